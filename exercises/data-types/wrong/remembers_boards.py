"""Remembering boards

A cache gives the same list to all who ask for a board of that size, and each writes into the board of the others. What
can be changed is made anew at each call.

Fails: TestBoards::test_rows_are_lists_of_their_own
"""

from functools import cache


@cache
def make_board(height, width, fill=None):
    return [[fill] * width for _ in range(height)]
