"""Restoring only what is still the temporary value

The block may assign to the attribute itself, and still it is as before afterwards. Put the old
value back without asking what is there now.

Fails: TestTemporaryAttribute::test_restores_values
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    own = vars(obj)
    was_own = attr_name in own
    old_value = own.get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if getattr(obj, attr_name) != temp_value:
            pass
        elif was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
