"""Refusing a value without saying the attribute's name

"Value must be at least 0" leaves open which of the attributes was meant. The descriptor learns
its name by `__set_name__` and can say it.

Fails: TestValues::test_says_which_attribute_and_which_bound
"""


def __set__(self, obj, value):
    if self.min_value is not None and value < self.min_value:
        raise ValueError(f"Value must be at least {self.min_value}, not {value}")
    if self.max_value is not None and value > self.max_value:
        raise ValueError(f"Value must be at most {self.max_value}, not {value}")
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
