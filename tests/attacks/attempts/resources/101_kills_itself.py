"""Ends itself with a signal, as if the grader had.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import os
import signal


def trick():
    os.kill(os.getpid(), signal.SIGKILL)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
