"""Checking the maximum only where there is no minimum

`elif` skips the second question as soon as the first one has been answered with yes, and here
the first one asks whether there is a minimum. Ask about the two bounds one after the other.

Fails: TestValues::test_refuses_what_lies_outside,
    TestValues::test_says_which_attribute_and_which_bound,
    TestClasses::test_subclass_has_its_own_bounds, TestClasses::test_person_checks_the_age
"""


def __set__(self, obj, value):
    if self.min_value is not None:
        if value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    elif self.max_value is not None and value > self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
