"""Mixing up height and width

The height is how many rows there are, the width how many cells are in each.

Fails: TestBoards::test_rows_are_lists_of_their_own
"""


def make_board(height, width, fill=None):
    return [[fill] * height for _ in range(width)]
