"""Taking a great number for no bound

However great the number, a greater one can be assigned, and it is refused by a bound that nobody
set. Let None stay None, and compare only with a bound that is there.

Fails: TestValues::test_keeps_what_was_assigned, TestValues::test_one_bound_alone_counts
"""

import sys


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = -sys.maxsize if min_value is None else min_value
        self.max_value = sys.maxsize if max_value is None else max_value
        if self.min_value > self.max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        return vars(obj)[self.name]

    def __set__(self, obj, value):
        if value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
