"""Objects that say they are of a builtin class.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
class Trick:
    @property
    def __class__(self):
        return int

    def __eq__(self, other):
        return True

    def __index__(self):
        return 1

    __hash__ = None


# The attempt.
def timer(func):
    return lambda *args, **kwargs: Trick()


def cache(func):
    return lambda *args, **kwargs: Trick()


def retry(max_attempts=3, delay=1.0):
    return lambda func: lambda *args, **kwargs: Trick()
