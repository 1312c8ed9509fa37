"""Releases that can't be changed, persons who are checked, a company that becomes plain data and comes back."""

from dataclasses import InitVar, dataclass, field
from typing import Any, Self


@dataclass(frozen=True, order=True, slots=True)
class Release:
    """A version and its changes: immutable, slotted, ordered by the numbers of its version."""

    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        set_once = object.__setattr__  # the way past `frozen`, for whoever makes the instance
        set_once(self, "changes", tuple(self.changes))
        set_once(self, "parts", tuple(int(number) for number in self.version.split(".")))


@dataclass(frozen=True, order=True, slots=True)
class Prerelease(Release):
    """One of the stages on the way to a release."""

    stage: int = field(kw_only=True)

    def __post_init__(self) -> None:
        Release.__post_init__(self)  # super() knows the class as it was before slots=True made another one
        if self.stage < 1:
            raise ValueError(f"stages begin at 1: {self.stage}")


@dataclass
class Person:
    """Somebody with skills, of a list that nobody else has."""

    name: str
    age: int
    email: str | None = None
    skills: list[str] = field(default_factory=list)
    badge: Any = field(default=None, repr=False, compare=False)
    domain: InitVar[str | None] = field(default=None, kw_only=True)

    def __post_init__(self, domain: str | None) -> None:
        if self.age < 0:
            raise ValueError(f"an age can't be negative: {self.age}")
        self.skills = list(self.skills)
        if self.email is None and domain is not None:
            self.email = f"{self.name.lower()}@{domain}"

    def add_skill(self, skill: str) -> None:
        self.skills.append(skill)

    def to_dict(self) -> dict[str, Any]:
        """Return what is plain data: all but the badge."""
        return {"name": self.name, "age": self.age, "email": self.email, "skills": list(self.skills)}


@dataclass
class Company:
    """A name, and persons who work there."""

    name: str
    employees: list[Person] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.employees = list(self.employees)

    def hire(self, person: Person) -> None:
        self.employees.append(person)

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as plain data that shares nothing with the company."""
        return {"name": self.name, "employees": [person.to_dict() for person in self.employees]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Make a company of what `to_dict` returns."""
        employees = [Person(**person) for person in data.get("employees", ())]
        return cls(**{**data, "employees": employees})
