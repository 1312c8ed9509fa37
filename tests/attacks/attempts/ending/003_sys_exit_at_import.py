"""SystemExit at import escapes from `except Exception`.

Exercise: decorators
Expect: 0 points, message
"""

# The trick.
import sys

sys.exit(0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
