"""Making a list of every tuple

A tuple and a list of the same items are not equal, and a tuple was chosen because it does not change. Turn each row
back into what it was.

Fails: TestBoards::test_puts_one_value, TestBoards::test_refuses_cells_that_are_not_there
"""


def put(board, row, column, value):
    new = [list(cells) for cells in board]
    new[row][column] = value
    return new
