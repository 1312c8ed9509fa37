"""Expecting that the attribute exists

The name may be absent from the object, or only inherited, and looking it up as if it were there
ends in an error. Ask first, and remember the answer.

Fails: TestTemporaryAttribute::test_removes_what_was_absent,
    TestTemporaryAttribute::test_instance_inherits_again,
    TestTemporaryAttribute::test_class_inherits_again
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    old_value = vars(obj)[attr_name]
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        setattr(obj, attr_name, old_value)
