"""Changing the class instead of the object

An attribute set on `type(obj)` changes for all instances at once, and an instance that has its
own value doesn't see it. Set it on the object that was asked for.

Fails: TestTemporaryAttribute::test_changes_the_object,
    TestTemporaryAttribute::test_restores_values
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    target = obj if isinstance(obj, type) else type(obj)
    was_own = attr_name in vars(target)
    old_value = vars(target).get(attr_name)
    setattr(target, attr_name, temp_value)
    try:
        yield obj
    finally:
        if was_own:
            setattr(target, attr_name, old_value)
        else:
            delattr(target, attr_name)
