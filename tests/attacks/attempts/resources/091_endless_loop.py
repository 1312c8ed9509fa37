"""Loops for ever.

Exercise: descriptors
Expect: 0 points, timed_out
"""


# The trick.
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
