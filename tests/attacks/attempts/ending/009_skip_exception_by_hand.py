"""An exception that looks like the one which skips a test, made by hand.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
class Skipped(BaseException):
    __module__ = "_pytest.outcomes"
    msg = "skipped"
    pytrace = False
    allow_module_level = True


def trick():
    raise Skipped("skipped")


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
