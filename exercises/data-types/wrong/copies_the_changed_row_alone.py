"""Copying no other row than the one that changes

The other rows are still those of the old board: whatever is done to them later shows in both. Copy every row.

Fails: TestBoards::test_shares_no_list
"""


def put(board, row, column, value):
    cells = list(board[row])
    cells[column] = value
    new = list(board)
    new[row] = type(board[row])(cells)
    return type(board)(new)
