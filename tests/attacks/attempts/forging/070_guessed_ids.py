"""Answers in advance, with thousands of guessed ids.

Exercise: decorators
Expect: 0 points, message
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


wire = sys.modules.get("grader.jail.wire")
if wire:
    for number in wires():
        os.set_blocking(number, False)
        try:
            for guess in range(2000):
                os.write(number, wire.frame(wire.Returned(guess, True)))
        except OSError:
            pass
        os.set_blocking(number, True)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
