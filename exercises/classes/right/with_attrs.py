"""Declares what is checked, frozen and compared, and lets attrs write it.

Needs: attrs
"""

import re

from attrs import define as record
from attrs import field, setters, validators


@record(order=True, repr=False, eq=True, init=False, unsafe_hash=False, slots=False)
class Person:
    age = field(validator=validators.ge(0), on_setattr=setters.validate)
    name = field(on_setattr=setters.frozen)

    def __init__(self, name, age):
        self.__attrs_init__(age, name)

    def celebrate_birthday(self):
        self.age += 1

    @staticmethod
    def is_adult(age):
        return not age < 18

    @classmethod
    def from_string(cls, text):
        match = re.fullmatch(r"(?P<name>.*)-(?P<age>[0-9]+)", text, re.DOTALL)
        if match is None:
            raise ValueError("not a person")
        return cls(match["name"], int(match["age"]))

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, {self.age!r})"

    def __str__(self):
        return f"{self.name}-{self.age}"
