"""Recurses until the stack of C is full.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import sys

sys.setrecursionlimit(10**9)


def trick():
    class Deep:
        def __getattr__(self, name):
            return getattr(self, name)

    return Deep().x


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
