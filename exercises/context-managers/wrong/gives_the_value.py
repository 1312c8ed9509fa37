"""Giving the value to the block

The block is promised the object, which it may well have created in the `with` line. The value
can be read from it; the object can't be found from the value.

Fails: TestTemporaryAttribute::test_changes_the_object
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    was_own = attr_name in vars(obj)
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield temp_value
    finally:
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
