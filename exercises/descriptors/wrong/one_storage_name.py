"""Using the same storage name for every attribute

Two descriptors on one class then write into the same place, and the later assignment replaces
the earlier. Derive the place from the attribute's own name, which `__set_name__` tells.

Fails: TestInstances::test_attributes_do_not_share,
    TestMissing::test_reading_before_assigning_fails, TestMissing::test_deletes_one_value_only
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    if "_value" not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    return vars(obj)["_value"]


def __set__(self, obj, value):
    if self.min_value is not None and value < self.min_value:
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if self.max_value is not None and value > self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    vars(obj)["_value"] = value


def __delete__(self, obj):
    if "_value" not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    del vars(obj)["_value"]


ValidatedAttribute.__get__ = __get__
ValidatedAttribute.__set__ = __set__
ValidatedAttribute.__delete__ = __delete__
