"""Turning every value into a whole number

`int` cuts off the fraction, so that another number is kept and one just beyond a bound is
accepted. Compare and keep the value as it was assigned.

Fails: TestValues::test_keeps_what_was_assigned,
    TestValues::test_compares_fractions_as_they_are
"""


def __set__(self, obj, value):
    value = int(value)
    if self.min_value is not None and value < self.min_value:
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if self.max_value is not None and value > self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
