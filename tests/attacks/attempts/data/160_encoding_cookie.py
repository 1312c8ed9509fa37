# coding: utf-7
"""A comment that is code in the encoding that the file says it has: a person reads nothing, and Python runs it.

Exercise: decorators
Expect: 0 points, failed
"""

# The trick.
# +AAo-from functools import cache


# The attempt.
def timer(func):
    raise ValueError("nothing is here")


def retry(max_attempts=3, delay=1.0):
    raise ValueError("nothing is here")
