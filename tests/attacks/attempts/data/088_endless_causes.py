"""Ten thousand exceptions that cause one another.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    first = error = ValueError("x")
    for number in range(10_000):
        error.__cause__ = ValueError(number)
        error = error.__cause__
    raise first


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
