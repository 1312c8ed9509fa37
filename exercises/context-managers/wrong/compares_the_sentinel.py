"""Comparing with a sentinel by `==`

`==` asks the value, and there are values that equal everything. Whether something is your own sentinel says `is` alone.

Fails: TestTemporaryAttribute::test_asks_nothing_of_the_object
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    absent = object()
    old_value = vars(obj).get(attr_name, absent)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if old_value == absent:
            delattr(obj, attr_name)
        else:
            setattr(obj, attr_name, old_value)
