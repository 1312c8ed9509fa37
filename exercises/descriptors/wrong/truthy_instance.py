"""Asking whether the instance is true

An object with a length of 0 is false in a condition, and is taken for no object at all. Only
None means that the attribute was read on the class: compare with `is None`.

Fails: TestInstances::test_empty_instances_count
"""


def __get__(self, obj, objtype=None):
    if not obj:
        return self
    if self.name not in vars(obj):
        raise AttributeError(f"{self.name} has no value")
    return vars(obj)[self.name]


ValidatedAttribute.__get__ = __get__
