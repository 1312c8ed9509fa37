"""Restoring without `finally`

An error in the block comes out at the `yield`, so the lines after it are skipped and the
temporary value stays for ever. `finally` runs on every way out.

Fails: TestTemporaryAttribute::test_restores_after_an_exception
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    was_own = attr_name in vars(obj)
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value)
    yield obj
    if was_own:
        setattr(obj, attr_name, old_value)
    else:
        delattr(obj, attr_name)
