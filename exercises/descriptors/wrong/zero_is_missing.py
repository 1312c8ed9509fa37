"""Taking a value of 0 for a missing one

0 is false in a condition, and yet it is a value that somebody has assigned. Ask whether the
entry is there, not whether it is true.

Fails: TestValues::test_keeps_what_was_assigned, TestValues::test_a_bound_of_zero_counts,
    TestMissing::test_reading_before_assigning_fails, TestClasses::test_person_checks_the_age
"""


def __get__(self, obj, objtype=None):
    if obj is None:
        return self
    value = vars(obj).get(self.name)
    if not value:
        raise AttributeError(f"{self.name} has no value")
    return value


ValidatedAttribute.__get__ = __get__
