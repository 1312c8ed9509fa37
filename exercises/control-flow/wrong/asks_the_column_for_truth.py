"""Asking whether the column is true

The first column is 0, which is false, so what stands there is never found. None is asked for by `is`.

Fails: TestFindCell::test_finds_the_first
"""


def find_cell(rows, wanted):
    for row, cells_of_row in enumerate(rows):
        column = next((column for column, cell in enumerate(cells_of_row) if cell == wanted), None)
        if column:
            return row, column
    return None
