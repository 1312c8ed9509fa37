"""Taking every number by its remainder

row % len(board) makes a place that is there of every number, and hides a mistake that IndexError would have shown.

Fails: TestBoards::test_refuses_cells_that_are_not_there
"""


def put(board, row, column, value):
    rows = [list(cells) for cells in board]
    cells = rows[row % len(rows)]
    cells[column % len(cells)] = value
    return type(board)(type(old)(new) for old, new in zip(board, rows, strict=True))
