"""Returning None where there is no value

Nobody can tell a missing value from a value then, and the mistake shows up far away. An
attribute that has no value raises AttributeError, and `hasattr` depends on it.

Fails: TestInstances::test_new_instances_start_empty,
    TestMissing::test_reading_before_assigning_fails, TestMissing::test_deletes_one_value_only
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    return vars(obj).get(self.name)


ValidatedAttribute.__get__ = __get__
