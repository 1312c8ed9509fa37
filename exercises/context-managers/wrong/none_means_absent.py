"""Taking None for absent

With None as the default of `getattr`, an attribute that is None looks like one that isn't
there, and is deleted afterwards. Ask whether the name is there instead of looking at the value.

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
        if old_value is not None:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
