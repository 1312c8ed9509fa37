"""Announces a frame of four gigabytes.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import os
import stat
import sys


def wires():
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                yield number
        except OSError:
            continue


def call_at_hand():
    frame = sys._getframe(1)
    while frame:
        call = frame.f_locals.get("call")
        if hasattr(call, "id") and hasattr(call, "scenario"):
            return call
        frame = frame.f_back
    return None


def trick():
    for number in wires():
        os.write(number, b"\xff\xff\xff\xff")
    raise TypeError("not yet")


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
