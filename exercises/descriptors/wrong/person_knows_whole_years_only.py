"""Checking a person's age with `in range`

A range holds whole numbers only, so an age of 36.5 is refused when the person is made, though the attribute itself
accepts it. The descriptor has the bounds: assigning is check enough.

Fails: TestClasses::test_person_checks_the_age
"""


class Person:
    age = ValidatedAttribute(0, 150)

    def __init__(self, age):
        if age not in range(0, 151):
            raise ValueError(f"age must be at least 0 and at most 150, not {age}")
        self.age = age
