"""Declares every test an expected failure.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    import pytest

    pytest.xfail("as expected")


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
