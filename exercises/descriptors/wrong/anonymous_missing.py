"""Saying that there is no value, but not of which attribute

A class may have ten such attributes, and the reader of the error sees one line. Put the name
that `__set_name__` has told into the message.

Fails: TestMissing::test_reading_before_assigning_fails,
    TestMissing::test_deletes_one_value_only, TestMissing::test_deleting_nothing_fails
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    if self.name not in vars(obj):
        raise AttributeError("there is no value yet")
    return vars(obj)[self.name]


def __delete__(self, obj):
    if self.name not in vars(obj):
        raise AttributeError("there is no value yet")
    del vars(obj)[self.name]


ValidatedAttribute.__get__ = __get__
ValidatedAttribute.__delete__ = __delete__
