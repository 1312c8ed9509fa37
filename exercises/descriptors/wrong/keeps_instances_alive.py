"""Keeping every instance in a table

The table of the descriptor lives as long as the class and refers to each instance that was
ever assigned to, so that none of them can go. Keep the value in the instance, or refer to the
instance weakly.

Fails: TestInstances::test_keeps_no_instance_alive
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value
        self.entries = {}

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if id(obj) not in self.entries:
            raise AttributeError(f"{self.name} has no value")
        return self.entries[id(obj)][1]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        self.entries[id(obj)] = (obj, value)

    def __delete__(self, obj):
        if id(obj) not in self.entries:
            raise AttributeError(f"{self.name} has no value")
        del self.entries[id(obj)]
