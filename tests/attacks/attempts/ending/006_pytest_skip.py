"""Skips every test: a skipped test has not failed.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    import pytest

    pytest.skip("not today")


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
