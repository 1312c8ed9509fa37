"""Asking a person's own age

is_adult is told the age that it is asked about. A static method does not see whom it was called on.

Fails: TestAge::test_tells_adults
"""


class OwnAge:
    def __get__(self, person, owner):
        return lambda age: (age if person is None else person.age) >= 18


Person.is_adult = OwnAge()
