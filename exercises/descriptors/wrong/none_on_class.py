"""Returning None when the attribute is read on the class

Then nobody can get at the descriptor any more, and its bounds can't be looked up. By
convention a descriptor returns itself when there is no instance.

Fails: TestClasses::test_is_itself_on_the_class
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
            return None
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        return vars(obj)[self.name]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
