"""Writing the check of the age a second time, as a property

A property checks one attribute of one class, so the bounds stand in the code twice and the
class can't be asked for them. An `age = ValidatedAttribute(...)` in the class body is enough.

Fails: TestClasses::test_person_checks_the_age
"""


class Person:
    def __init__(self, age):
        self.age = age

    @property
    def age(self):
        return self._age

    @age.setter
    def age(self, value):
        if value < 0:
            raise ValueError(f"age must be at least 0, not {value}")
        if value > 150:
            raise ValueError(f"age must be at most 150, not {value}")
        self._age = value
