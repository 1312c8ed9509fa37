"""Taking a false temporary value for none at all

`temp_value or old_value` leaves the attribute alone for None, 0, an empty string and False. Whoever
asks for such a value means it: set it as it comes.

Fails: TestTemporaryAttribute::test_changes_the_object
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    was_own = attr_name in vars(obj)
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value or old_value)
    try:
        yield obj
    finally:
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
