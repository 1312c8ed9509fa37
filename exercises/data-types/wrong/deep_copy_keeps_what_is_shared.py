"""Relying on deepcopy

deepcopy copies each list once: where one list was several rows, one copy is several rows, and the value shows in
all of them. Copy row by row.

Fails: TestBoards::test_changes_one_of_equal_rows
"""

import copy


def put(board, row, column, value):
    new = list(copy.deepcopy(board))
    cells = new[row] if isinstance(new[row], list) else list(new[row])
    cells[column] = value
    new[row] = type(board[row])(cells) if isinstance(board[row], tuple) else cells
    return type(board)(new)
