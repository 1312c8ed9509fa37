"""An exception whose text, arguments and class all misbehave.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
class Hostile(Exception):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


Hostile.__qualname__ = "x" * 100_000
Hostile.__module__ = "grader.errors"


def trick():
    error = Hostile("x" * 5_000_000)
    error.__cause__ = error.__context__ = error
    raise error


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
