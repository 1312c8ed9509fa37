"""Restoring for subclasses of Exception only

`except Exception` doesn't see KeyboardInterrupt, SystemExit or GeneratorExit, so the temporary
value survives them. `finally` runs on every way out.

Fails: TestTemporaryAttribute::test_restores_after_an_exception
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    was_own = attr_name in vars(obj)
    old_value = vars(obj).get(attr_name)

    def restore():
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)

    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    except Exception:
        restore()
        raise
    restore()
