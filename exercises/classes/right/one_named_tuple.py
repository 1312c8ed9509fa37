"""Keeps name and age in one immutable value, and replaces the value on a birthday."""

import functools
from typing import NamedTuple


class Key(NamedTuple):
    age: int
    name: str


@functools.total_ordering
class Person:
    def __init__(self, name, age):
        self._key = self._checked(age, name)

    @staticmethod
    def _checked(age, name):
        if age < 0:
            raise ValueError("no negative ages")
        return Key(age, name)

    @property
    def name(self):
        return self._key.name

    @property
    def age(self):
        return self._key.age

    @age.setter
    def age(self, age):
        self._key = self._checked(age, self.name)

    def celebrate_birthday(self):
        self._key = self._key._replace(age=self.age + 1)

    @staticmethod
    def is_adult(age):
        return age // 18 > 0

    @classmethod
    def from_string(cls, text):
        age, separator, name = text[::-1].partition("-")
        return cls(name[::-1], int(age[::-1] if separator else ""))

    def __repr__(self):
        return f"{self.__class__.__name__}{(self.name, self.age)!r}"

    def __str__(self):
        return f"{self.name}-{self.age}"

    def __eq__(self, other):
        return self._key == other._key if type(other) is type(self) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash(self._key.name)
