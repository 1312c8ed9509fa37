"""A person: checked, read from a text, shown, compared."""

from functools import total_ordering
from typing import Any, Self


@total_ordering
class Person:
    """Somebody with a name, which stays, and an age, which is never negative."""

    def __init__(self, name: str, age: int) -> None:
        self._name = name
        self.age = age  # by the property, which checks it

    @property
    def name(self) -> str:
        return self._name

    @property
    def age(self) -> int:
        return self._age

    @age.setter
    def age(self, age: int) -> None:
        if age < 0:
            raise ValueError(f"an age can't be negative: {age}")
        self._age = age

    def celebrate_birthday(self) -> None:
        """Become one year older."""
        self.age += 1

    @staticmethod
    def is_adult(age: int) -> bool:
        """Say whether somebody of that age is an adult."""
        return age >= 18

    @classmethod
    def from_string(cls, text: str) -> Self:
        """Make a person of `NAME-AGE`; raise ValueError if that is not what the text is."""
        name, hyphen, age = text.rpartition("-")
        if not hyphen:
            raise ValueError(f"no hyphen between name and age: {text!r}")
        return cls(name, int(age))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.age})"

    def __str__(self) -> str:
        return f"{self.name}-{self.age}"

    def __eq__(self, other: Any) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return (self.age, self.name) == (other.age, other.name)

    def __hash__(self) -> int:
        return hash(self.name)  # not the age: a hash must stay as it is while a set relies on it

    def __lt__(self, other: Any) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return (self.age, self.name) < (other.age, other.name)
