"""Reads what lies at address nought.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import ctypes


def trick():
    ctypes.string_at(0)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
