"""Checking only when both bounds are given

An attribute with one bound is then not checked at all. Each bound counts by itself.

Fails: TestValues::test_one_bound_alone_counts, TestValues::test_a_bound_of_zero_counts
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        return vars(obj)[self.name]

    def __set__(self, obj, value):
        if None not in (self.min_value, self.max_value) and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if None not in (self.min_value, self.max_value) and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
