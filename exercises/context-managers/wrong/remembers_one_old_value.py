"""Remembering the old value in one shared place

A nested block on the same attribute overwrites what the outer one remembered, so the outer one
restores the wrong value. Each block keeps its own.

Fails: TestTemporaryAttribute::test_nests
"""

from contextlib import contextmanager

_old_values = {}


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    key = id(obj), attr_name
    if attr_name in vars(obj):
        _old_values[key] = vars(obj)[attr_name]
    else:
        _old_values.pop(key, None)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if key in _old_values:
            setattr(obj, attr_name, _old_values[key])
        else:
            delattr(obj, attr_name)
