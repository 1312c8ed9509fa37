"""Objects that run code where somebody pickles or copies them.

Exercise: decorators
Expect: 0 points, failed
"""

# The trick.
import os


class Trick:
    def __reduce__(self):
        return os.mkdir, ("@CANARY@/pickled",)

    __deepcopy__ = __copy__ = lambda self, *rest: os.mkdir("@CANARY@/copied")


# The attempt.
def timer(func):
    return lambda *args, **kwargs: Trick()


def cache(func):
    return lambda *args, **kwargs: Trick()


def retry(max_attempts=3, delay=1.0):
    return lambda func: lambda *args, **kwargs: Trick()
