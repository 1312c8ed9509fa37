"""Writing into the board that was given

The board belongs to whoever gave it, and a row that is a tuple can't be written into. Make a new board.

Fails: TestBoards::test_puts_one_value, TestBoards::test_shares_no_list,
    TestBoards::test_changes_one_of_equal_rows
"""


def put(board, row, column, value):
    board[row][column] = value
    return board
