"""Taking all rows for what the board is

Rows may be tuples in a list, lists in a tuple, or mixed. Ask each row for its own type.

Fails: TestBoards::test_puts_one_value, TestBoards::test_refuses_cells_that_are_not_there
"""


def put(board, row, column, value):
    rows = [list(cells) for cells in board]
    rows[row][column] = value
    return type(board)(type(board)(cells) for cells in rows)
