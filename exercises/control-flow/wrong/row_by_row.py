"""Pulling whole rows

Each row is pulled to its end before its first cell is given out. `yield from row`, or a second loop, asks the row for
one cell at a time.

Fails: TestComprehensions::test_cells_are_pulled_one_by_one
"""


def cells(rows):
    for row in rows:
        yield from list(row)
