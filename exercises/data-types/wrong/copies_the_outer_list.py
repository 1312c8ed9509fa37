"""Copying the outer list alone

board[:] is a new list of the same rows, so what is written into a row is written into the old board as well.
Copy each row, too.

Fails: TestBoards::test_shares_no_list
"""


def put(board, row, column, value):
    new = list(board)
    if isinstance(new[row], list):
        new[row][column] = value
    else:
        cells = list(new[row])
        cells[column] = value
        new[row] = tuple(cells)
    return type(board)(new)
