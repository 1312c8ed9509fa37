"""Taking a value of 0 for a missing one

0 is false in a condition, and yet it is a value that somebody has assigned. Ask whether the
entry is there, not whether it is true.

Fails: TestValues::test_keeps_what_was_assigned, TestValues::test_a_bound_of_zero_counts,
    TestMissing::test_reading_before_assigning_fails, TestClasses::test_person_checks_the_age
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        value = vars(obj).get(self.name)
        if not value:
            raise AttributeError(f"{self.name} has no value")
        return value

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
