"""Moving a value to the nearest bound

The caller asked for one number and silently gets another, so the mistake goes on living in the
data. A value out of bounds is to be refused with ValueError.

Fails: TestValues::test_refuses_what_lies_outside, TestValues::test_one_bound_alone_counts,
    TestValues::test_a_bound_of_zero_counts,
    TestValues::test_says_which_attribute_and_which_bound,
    TestClasses::test_subclass_inherits_the_bounds, TestClasses::test_person_checks_the_age
"""


def __set__(self, obj, value):
    if self.min_value is not None and value < self.min_value:
        value = self.min_value
    if self.max_value is not None and value > self.max_value:
        value = self.max_value
    vars(obj)[self.name] = value


ValidatedAttribute.__set__ = __set__
