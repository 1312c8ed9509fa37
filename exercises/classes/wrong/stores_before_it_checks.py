"""Storing before checking

The error comes when the wrong age is in place already, and whoever catches it goes on with that. Check first,
store last.

Fails: TestAge::test_refuses_a_negative_age
"""


def set_age(self, age):
    self._age = age
    if age < 0:
        raise ValueError("Age cannot be negative")


Person.age = property(lambda self: self._age, set_age)
