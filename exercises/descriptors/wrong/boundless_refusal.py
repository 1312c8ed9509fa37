"""Refusing a value without saying the bound

The error is read by somebody who does not have the class at hand, and who needs to know what
would have been accepted. Put the bound into the message.

Fails: TestValues::test_says_which_attribute_and_which_bound
"""


def __set__(self, obj, value):
    if self.min_value is not None and value < self.min_value:
        raise ValueError(f"{self.name} can't be {value}: too low")
    if self.max_value is not None and value > self.max_value:
        raise ValueError(f"{self.name} can't be {value}: too high")
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
