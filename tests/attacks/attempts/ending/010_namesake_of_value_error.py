"""An exception that is only named ValueError.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
class Fake(Exception):
    pass


Fake.__name__ = Fake.__qualname__ = "ValueError"
Fake.__module__ = "builtins"


def trick():
    raise Fake("max_attempts must be at least 1")


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
