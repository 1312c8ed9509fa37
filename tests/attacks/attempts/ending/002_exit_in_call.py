"""Leaves Python with status 0 in the middle of the suite.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import os


def trick():
    os._exit(0)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
