"""Keeping the value on the descriptor

There is one descriptor for the whole class, so a value kept on it is every instance's value.
Keep it with the instance, or in a table that tells the instances apart.

Fails: TestInstances::test_instances_do_not_share,
    TestInstances::test_equal_instances_do_not_share,
    TestInstances::test_new_instances_start_empty, TestMissing::test_deletes_one_value_only,
    TestClasses::test_person_checks_the_age
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    if not hasattr(self, "value"):
        raise AttributeError(f"{self.name} has no value")
    return self.value


def __set__(self, obj, value):
    if self.min_value is not None and value < self.min_value:
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if self.max_value is not None and value > self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    self.value = value


def __delete__(self, obj):
    if not hasattr(self, "value"):
        raise AttributeError(f"{self.name} has no value")
    del self.value


ValidatedAttribute.__get__ = __get__
ValidatedAttribute.__set__ = __set__
ValidatedAttribute.__delete__ = __delete__
