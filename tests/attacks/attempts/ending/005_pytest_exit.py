"""Ends the session of pytest with status 0.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    import pytest

    pytest.exit("done", 0)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
