"""Leaving everything to what Python does by itself

Without __eq__ two persons are equal only if they are one object, `split` can't take a second hyphen, and quotes
by hand break on O'Hara.

Fails: TestAge::test_is_never_made_with_a_negative_age, TestFromString::test_reads_name_and_age,
    TestText::test_repr_makes_an_equal_person, TestComparing::test_equal_ones_are_equal
"""


class Person:
    def __init__(self, name, age):
        self.name = name
        self._age = age

    def __str__(self):
        return f"Person(name={self.name}, age={self._age})"

    def __repr__(self):
        return f"Person('{self.name}', {self._age})"

    def celebrate_birthday(self):
        self._age += 1

    @property
    def age(self):
        return self._age

    @age.setter
    def age(self, value):
        if value < 0:
            raise ValueError("negative")
        self._age = value

    @classmethod
    def from_string(cls, person_str):
        name, age = person_str.split("-")
        return cls(name, int(age))

    @staticmethod
    def is_adult(age):
        return age >= 18
