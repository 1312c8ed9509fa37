"""Returns objects that are equal to everything.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
class Trick:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 1

    def __getattr__(self, name):
        return self

    __name__ = __doc__ = "anything"


# The attempt.
def timer(func):
    return lambda *args, **kwargs: Trick()


def cache(func):
    return lambda *args, **kwargs: Trick()


def retry(max_attempts=3, delay=1.0):
    return lambda func: lambda *args, **kwargs: Trick()
