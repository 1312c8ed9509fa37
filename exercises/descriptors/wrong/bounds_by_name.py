"""Keeping the bounds of all attributes in one table by name

An attribute of the same name in another class, a subclass for instance, replaces the entry for
both. Bounds belong to one descriptor: keep them on it.

Fails: TestClasses::test_subclass_has_its_own_bounds
"""


class ValidatedAttribute:
    bounds = {}

    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name
        self.bounds[name] = (self.min_value, self.max_value)

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        return vars(obj)[self.name]

    def __set__(self, obj, value):
        low, high = self.bounds[self.name]
        if low is not None and value < low:
            raise ValueError(f"{self.name} must be at least {low}, not {value}")
        if high is not None and value > high:
            raise ValueError(f"{self.name} must be at most {high}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
