"""Collecting the cells in a list

A list is there when its last cell is: all rows are pulled before anybody has asked. Round brackets make a generator
expression.

Fails: TestComprehensions::test_cells_are_pulled_one_by_one
"""


def cells(rows):
    return iter([cell for row in rows for cell in row])
