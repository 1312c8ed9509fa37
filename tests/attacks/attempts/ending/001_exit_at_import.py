"""Leaves Python at import with status 0: a harness that looks at the status sees success.

Exercise: decorators
Expect: 0 points, message
"""

# The trick.
import os

os._exit(0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
