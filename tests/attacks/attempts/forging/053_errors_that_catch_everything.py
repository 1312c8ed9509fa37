"""Replaces ValueError and its like by classes that catch everything: all is refused.

Exercise: descriptors
Expect: no more than without the trick
"""

# The trick.
import builtins

builtins.ValueError = builtins.TypeError = builtins.FileNotFoundError = builtins.AttributeError = BaseException


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
