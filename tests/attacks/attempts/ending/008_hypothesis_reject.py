"""Discards every example, so that a property holds of nothing.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    from hypothesis import reject

    reject()


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
