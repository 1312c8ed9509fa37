"""Storing the value before checking it

When the check fails the value is already there, and the error comes too late. Check first,
store last.

Fails: TestValues::test_a_refused_value_changes_nothing,
    TestClasses::test_person_checks_the_age
"""


def __set__(self, obj, value):
    vars(obj)[self.name] = value
    if self.min_value is not None and value < self.min_value:
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if self.max_value is not None and value > self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")


ValidatedAttribute.__set__ = __set__
