"""Putting an inherited value on the object itself

`hasattr` and `getattr` also find what the class holds. Written back with `setattr` it becomes
the object's own and hides every later change of the class.

Fails: TestTemporaryAttribute::test_instance_inherits_again,
    TestTemporaryAttribute::test_class_inherits_again
"""

from contextlib import contextmanager

_absent = object()


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    old_value = getattr(obj, attr_name, _absent)
    if isinstance(obj, type) and isinstance(vars(obj).get(attr_name), (staticmethod, classmethod)):
        old_value = vars(obj)[attr_name]
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if old_value is _absent:
            delattr(obj, attr_name)
        else:
            setattr(obj, attr_name, old_value)
