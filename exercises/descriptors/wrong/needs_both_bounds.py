"""Checking only when both bounds are given

An attribute with one bound is then not checked at all. Each bound counts by itself.

Fails: TestValues::test_one_bound_alone_counts, TestValues::test_a_bound_of_zero_counts
"""


def __set__(self, obj, value):
    if None not in (self.min_value, self.max_value) and value < self.min_value:
        raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
    if None not in (self.min_value, self.max_value) and value > self.max_value:
        raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
