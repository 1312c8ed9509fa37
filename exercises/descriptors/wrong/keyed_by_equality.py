"""Using the instance itself as a key

A dictionary, a weak one as well, looks a key up by its hash and by equality, so equal
instances share one entry and unhashable ones have none. A value belongs to one object, not to
all that look like it.

Fails: TestInstances::test_equal_instances_do_not_share
"""

from weakref import WeakKeyDictionary


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value
        self.values = WeakKeyDictionary()

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if obj not in self.values:
            raise AttributeError(f"{self.name} has no value")
        return self.values[obj]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        self.values[obj] = value

    def __delete__(self, obj):
        if obj not in self.values:
            raise AttributeError(f"{self.name} has no value")
        del self.values[obj]
