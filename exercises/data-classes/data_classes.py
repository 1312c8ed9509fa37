"""Releases that can't be changed, persons who are checked, a company that becomes plain data and comes back."""

from typing import Any

# Delete each `__init__`: `@dataclass` makes it of the fields, and what it makes calls your `__post_init__`.


class Release:
    """A version and its changes: immutable, slotted, ordered by the numbers of its version."""

    version: str
    changes: tuple[str, ...]
    parts: tuple[int, ...]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError


class Prerelease(Release):
    """One of the stages on the way to a release."""

    stage: int

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError


class Person:
    """Somebody with skills, of a list that nobody else has."""

    name: str
    age: int
    email: str | None
    skills: list[str]
    badge: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError

    def add_skill(self, skill: str) -> None:
        raise NotImplementedError


class Company:
    """A name, and persons who work there."""

    name: str
    employees: list[Person]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError

    def hire(self, person: Person) -> None:
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as plain data that shares nothing with the company."""
        raise NotImplementedError

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Company":
        """Make a company of what `to_dict` returns."""
        raise NotImplementedError
