"""Remembering the old value when the context manager is made

Between making a context manager and entering its block the attribute may change, and the old value of then is
put back over the newer one. What counts is what is there at `__enter__`.

Fails: TestTemporaryAttribute::test_restores_values
"""


class temporary_attribute:
    def __init__(self, obj, attr_name, temp_value):
        self.obj = obj
        self.attr_name = attr_name
        self.temp_value = temp_value
        self.was_there = attr_name in vars(obj)
        self.before = vars(obj).get(attr_name)

    def __enter__(self):
        setattr(self.obj, self.attr_name, self.temp_value)
        return self.obj

    def __exit__(self, exc_type, exc_val, exc_tb):
        if self.was_there:
            setattr(self.obj, self.attr_name, self.before)
        else:
            delattr(self.obj, self.attr_name)
