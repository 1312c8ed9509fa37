"""Giving the column before the row

A place is (row, column), as in rows[row][column]: what the outer loop counts comes first.

Fails: TestFindCell::test_finds_the_first, TestFindCell::test_pulls_nothing_behind_it,
    TestFindCell::test_looks_through_many
"""


def find_cell(rows, wanted):
    for row, cells_of_row in enumerate(rows):
        for column, cell in enumerate(cells_of_row):
            if cell == wanted:
                return column, row
    return None
