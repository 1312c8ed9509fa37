"""Moving a value to the nearest bound

The caller asked for one number and silently gets another, so the mistake goes on living in the
data. A value out of bounds is to be refused with ValueError.

Fails: TestValues::test_refuses_what_lies_outside, TestValues::test_one_bound_alone_counts,
    TestValues::test_a_bound_of_zero_counts,
    TestValues::test_says_which_attribute_and_which_bound,
    TestClasses::test_subclass_inherits_the_bounds, TestClasses::test_person_checks_the_age
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
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        return vars(obj)[self.name]

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            value = self.min_value
        if self.max_value is not None and value > self.max_value:
            value = self.max_value
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]
