"""Leaving None where nothing was

An attribute that is None is not the same as no attribute: `hasattr`, `vars` and every reader
can tell. What was absent is removed with `delattr`.

Fails: TestTemporaryAttribute::test_removes_what_was_absent,
    TestTemporaryAttribute::test_instance_inherits_again,
    TestTemporaryAttribute::test_class_inherits_again
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        setattr(obj, attr_name, old_value)
