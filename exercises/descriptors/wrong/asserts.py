"""Checking values with assert

An assertion raises AssertionError, and `python -O` removes it altogether. Input is checked
with an `if` and a ValueError.

Fails: TestValues::test_refuses_what_lies_outside, TestValues::test_one_bound_alone_counts,
    TestValues::test_a_bound_of_zero_counts,
    TestValues::test_says_which_attribute_and_which_bound,
    TestClasses::test_subclass_inherits_the_bounds, TestClasses::test_person_checks_the_age
"""


def __set__(self, obj, value):
    if self.min_value is not None:
        assert value >= self.min_value, f"{self.name} must be at least {self.min_value}"
    if self.max_value is not None:
        assert value <= self.max_value, f"{self.name} must be at most {self.max_value}"
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
