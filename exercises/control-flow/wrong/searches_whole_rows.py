"""Turning each row into a list

list pulls the whole row, and index starts from the front once more. A loop over the cells stops at the one that it
finds.

Fails: TestFindCell::test_pulls_nothing_behind_it
"""


def find_cell(rows, wanted):
    for row, cells_of_row in enumerate(rows):
        cells_of_row = list(cells_of_row)
        if wanted in cells_of_row:
            return row, cells_of_row.index(wanted)
    return None
