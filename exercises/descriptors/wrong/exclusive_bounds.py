"""Refusing the bounds themselves

"From 0 to 150" includes 0 and 150. Refuse only what is less than the minimum or greater than
the maximum.

Fails: TestValues::test_accepts_the_bounds_themselves, TestValues::test_one_bound_alone_counts,
    TestValues::test_a_bound_of_zero_counts, TestClasses::test_person_checks_the_age
"""


def __set__(self, obj, value):
    if self.min_value is not None and value <= self.min_value:
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if self.max_value is not None and value >= self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
