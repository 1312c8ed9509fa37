"""Asking whether a bound is true

0 is false in a condition, and a bound of 0 is ignored as if it had been left out. Only None
means that there is no bound: compare with `is not None`.

Fails: TestValues::test_a_bound_of_zero_counts, TestValues::test_refuses_crossed_bounds,
    TestClasses::test_person_checks_the_age
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value and max_value and min_value > max_value:
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
        if self.min_value and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
