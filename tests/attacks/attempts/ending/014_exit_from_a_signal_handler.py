"""Leaves Python from a signal handler, when an alarm rings.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import os
import signal

signal.signal(signal.SIGALRM, lambda *arguments: os._exit(0))
signal.setitimer(signal.ITIMER_REAL, 0.02)


def trick():
    signal.pause()


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
