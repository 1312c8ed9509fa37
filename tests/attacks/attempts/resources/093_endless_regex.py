"""A regular expression that takes longer than the universe.

Exercise: descriptors
Expect: 0 points, timed_out
"""

# The trick.
import re


def trick():
    re.match(r"(a+)+$", "a" * 64 + "b")


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        raise TypeError("not yet")


class Person:
    def __init__(self, age):
        trick()
