"""Leaves comparing to a dataclass, whose fields stand in the order in which they count, and checks in __setattr__."""

from dataclasses import dataclass


@dataclass(init=False, repr=False, order=True)
class Person:
    age: int
    name: str

    def __init__(self, name, age):
        self.name = name
        self.age = age

    def __setattr__(self, attribute, value):
        if attribute == "name" and hasattr(self, "name"):
            raise AttributeError("a name stays")
        if attribute == "age" and value < 0:
            raise ValueError(value)
        super().__setattr__(attribute, value)

    def celebrate_birthday(self):
        self.age = self.age + 1

    @staticmethod
    def is_adult(age):
        return age > 17

    @classmethod
    def from_string(cls, text):
        name, age = text.rsplit("-", maxsplit=1)
        return cls(name, int(age))

    def __repr__(self):
        return "{}({!r}, {!r})".format(self.__class__.__name__, self.name, self.age)

    def __str__(self):
        return "-".join([self.name, str(self.age)])

    def __hash__(self):
        return hash((type(self), self.name))
