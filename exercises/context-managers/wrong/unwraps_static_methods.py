"""Reading a class's methods with getattr

`getattr` on a class gives the function inside a `staticmethod`, and a `classmethod` bound to
this class. Written back they no longer work as before; `vars` gives the thing itself.

Fails: TestTemporaryAttribute::test_restores_methods_of_a_class
"""

from contextlib import contextmanager


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    was_own = attr_name in vars(obj)
    old_value = getattr(obj, attr_name, None)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
