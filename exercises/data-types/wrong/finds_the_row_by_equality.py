"""Looking for the row that equals the changed one

Two rows may be equal, and then both are taken for the one that changes. Rows are told apart by their place.

Fails: TestBoards::test_puts_one_value, TestBoards::test_changes_one_of_equal_rows
"""


def put(board, row, column, value):
    cells = list(board[row])
    cells[column] = value
    return type(board)(type(old)(cells if old == board[row] else old) for old in board)
