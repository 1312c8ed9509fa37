"""Slicing around a negative number

board[-1 + 1:] is board[0:], which is everything once more. Count from the start first, with row % len(board), or
assign to an item of a copy.

Fails: TestBoards::test_puts_one_value
"""


def put(board, row, column, value):
    cells = board[row]
    cells[column]
    cells = cells[:column] + type(cells)([value]) + cells[column + 1 :]
    rows = [one[:] for one in board]
    return type(board)(rows[:row] + [cells] + rows[row + 1 :])
