"""Waiting for True itself

What == returns need not be True or False: objects may answer with anything that is true (arrays and queries do).
An if asks for its truth, `is True` for one object.

Fails: TestFindCell::test_asks_for_equality_alone
"""


def find_cell(rows, wanted):
    for row, cells_of_row in enumerate(rows):
        for column, cell in enumerate(cells_of_row):
            if (cell == wanted) is True:
                return row, column
    return None
