"""Hiding the error of a changed object by a true result of __exit__

A true result of `__exit__` tells Python that the exception has been dealt with. Restoring deals
with none, so it returns None or False.

Fails: TestTemporaryAttribute::test_restores_after_an_exception
"""


class temporary_attribute:
    def __init__(self, obj, attr_name, temp_value):
        self.obj, self.attr_name, self.temp_value = obj, attr_name, temp_value

    def __enter__(self):
        self.was_own = self.attr_name in vars(self.obj)
        self.old_value = vars(self.obj).get(self.attr_name)
        setattr(self.obj, self.attr_name, self.temp_value)
        return self.obj

    def __exit__(self, exc_type, exc_val, exc_tb):
        if self.was_own:
            setattr(self.obj, self.attr_name, self.old_value)
        else:
            delattr(self.obj, self.attr_name)
        return True
