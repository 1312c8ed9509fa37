"""Asking at the top of the next turn

The loop over the rows has pulled another row by the time it looks whether the one before was it. Ask at the end of
the turn, or return at once.

Fails: TestFindCell::test_pulls_nothing_behind_it
"""


def find_cell(rows, wanted):
    place = None
    for row, cells_of_row in enumerate(rows):
        if place is not None:
            break
        for column, cell in enumerate(cells_of_row):
            if cell == wanted:
                place = row, column
                break
    return place
