"""Taking false values for absent

`if old_value` is also false for 0, an empty string and False, which are values like any other.
Ask whether the name is there instead of looking at the value.

Fails: TestTemporaryAttribute::test_restores_values
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if old_value:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
