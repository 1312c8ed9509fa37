"""Deleting a missing value without an error

`pop` with a default hides that there was nothing to delete, where any other attribute of
Python raises AttributeError. Ask first whether the value is there.

Fails: TestMissing::test_deleting_nothing_fails
"""


def __delete__(self, obj):
    vars(obj).pop(self.name, None)


ValidatedAttribute.__delete__ = __delete__
