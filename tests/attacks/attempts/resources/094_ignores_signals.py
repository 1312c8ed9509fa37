"""Ignores every signal that can be ignored, and loops.

Exercise: descriptors
Expect: 0 points, timed_out
"""

# The trick.
import signal

for number in range(1, 32):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


def trick():
    while True:
        pass


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        raise TypeError("not yet")


class Person:
    def __init__(self, age):
        trick()
