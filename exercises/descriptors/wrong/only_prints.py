"""Printing that a value is refused

The program goes on as if the assignment had succeeded, since nothing in it can notice a line
on the screen. Raise ValueError, and let the caller decide.

Fails: TestValues::test_refuses_what_lies_outside, TestValues::test_one_bound_alone_counts,
    TestValues::test_a_bound_of_zero_counts,
    TestValues::test_says_which_attribute_and_which_bound,
    TestClasses::test_subclass_inherits_the_bounds, TestClasses::test_person_checks_the_age
"""


def __set__(self, obj, value):
    if self.min_value is not None and value < self.min_value:
        print(f"{self.name} must be at least {self.min_value}, not {value}")
        return
    if self.max_value is not None and value > self.max_value:
        print(f"{self.name} must be at most {self.max_value}, not {value}")
        return
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
