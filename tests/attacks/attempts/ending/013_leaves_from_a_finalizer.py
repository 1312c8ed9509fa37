"""Leaves Python from a finalizer, behind the back of every `try`.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import os


class Ends:
    def __del__(self):
        os._exit(0)


def trick():
    Ends()


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
