"""Letting the KeyError of the dictionary out

Whoever reads an attribute expects AttributeError, and so do `hasattr` and `getattr` with a
default. That the values lie in a dictionary is nobody else's business.

Fails: TestInstances::test_new_instances_start_empty,
    TestMissing::test_reading_before_assigning_fails, TestMissing::test_deletes_one_value_only,
    TestMissing::test_deleting_nothing_fails
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    return vars(obj)[self.name]


def __delete__(self, obj):
    del vars(obj)[self.name]


ValidatedAttribute.__get__ = __get__
ValidatedAttribute.__delete__ = __delete__
