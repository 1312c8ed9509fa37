"""Comparing as floats

Beyond 2**53 neighbouring ints become the same float, so a value just above the bound passes.
Python compares ints and floats exactly as they are; convert nothing.

Fails: TestValues::test_refuses_what_lies_outside
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    self._require_value(obj)
    value = vars(obj)[self.name]
    return value


def __set__(self, obj, value):
    if self.min_value is not None and float(value) < float(self.min_value):
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if self.max_value is not None and float(value) > float(self.max_value):
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    vars(obj)[self.name] = value


ValidatedAttribute.__get__ = __get__
ValidatedAttribute.__set__ = __set__
