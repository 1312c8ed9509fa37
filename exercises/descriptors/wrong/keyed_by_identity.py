"""Using the instance's id as a key for ever

An id is unique only among the objects alive: the next instance may get the number of one that
is gone, and with it the old value. Keep the value in the instance, or remove the entry when
the instance goes.

Fails: TestInstances::test_new_instances_start_empty
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if id(obj) not in self.values:
            raise AttributeError(f"{self.name} has no value")
        return self.values[id(obj)]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        self.values[id(obj)] = value

    def __delete__(self, obj):
        if id(obj) not in self.values:
            raise AttributeError(f"{self.name} has no value")
        del self.values[id(obj)]
