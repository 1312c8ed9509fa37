"""Multiplying a list of a list

* repeats references: there is one row, and the board has it several times. What is written into one row can be read
in all of them. Make each row anew, in a comprehension.

Fails: TestBoards::test_rows_are_lists_of_their_own
"""


def make_board(height, width, fill=None):
    return [[fill] * width] * height
