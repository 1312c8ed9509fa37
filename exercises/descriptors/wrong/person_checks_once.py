"""Checking the age only when the person is made

An attribute that is checked in `__init__` alone accepts anything afterwards. Put the
descriptor into the class body, and every assignment passes through it.

Fails: TestClasses::test_person_checks_the_age
"""


class Person:
    def __init__(self, age):
        if not 0 <= age <= 150:
            raise ValueError(f"age must be from 0 to 150, not {age}")
        self.age = age
