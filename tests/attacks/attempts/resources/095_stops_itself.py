"""Stops itself, so that it is neither running nor dead.

Exercise: descriptors
Expect: 0 points, timed_out
"""

# The trick.
import os
import signal


def trick():
    os.kill(os.getpid(), signal.SIGSTOP)


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        raise TypeError("not yet")


class Person:
    def __init__(self, age):
        trick()
