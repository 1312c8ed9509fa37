"""Replaces builtins that the scenarios look up: getattr, setattr, list, str.

Exercise: descriptors
Expect: no more than without the trick
"""

# The trick.
import builtins

real_getattr = getattr
given = []


def remember(thing, name, value):
    given.append(value)


builtins.setattr = remember
builtins.getattr = lambda thing, name, *default: given[-1] if given else real_getattr(thing, name, *default)
builtins.hasattr = lambda thing, name: False


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
