"""Keeping the value on the instance's class

`type(obj)` is the same object for all the instances, so a value that is put there is shared by
all of them. The instance has a dictionary of its own.

Fails: TestInstances::test_instances_do_not_share,
    TestInstances::test_equal_instances_do_not_share,
    TestInstances::test_new_instances_start_empty
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name
        self.key = "_" + name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.key not in vars(type(obj)):
            raise AttributeError(f"{self.name} has no value")
        return getattr(type(obj), self.key)

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        setattr(type(obj), self.key, value)

    def __delete__(self, obj):
        if self.key not in vars(type(obj)):
            raise AttributeError(f"{self.name} has no value")
        delattr(type(obj), self.key)
