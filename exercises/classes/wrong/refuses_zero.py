"""Refusing the age 0

Who has just been born is 0 years old. `not age` and `age <= 0` refuse a number that is no mistake.

Fails: TestAge::test_is_never_made_with_a_negative_age, TestAge::test_refuses_a_negative_age
"""


def set_age(self, age):
    if not age or age < 0:
        raise ValueError("Age cannot be negative")
    self._age = age


Person.age = property(lambda self: self._age, set_age)
