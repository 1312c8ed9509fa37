"""Writes the comparisons by hand, with a key for each class, and derives the parts whenever somebody asks."""

from dataclasses import dataclass, field, fields
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, eq=False, slots=True)
class Release:
    version: str
    changes: tuple = ()

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        self.parts  # raises ValueError

    @property
    def parts(self):
        return tuple(map(int, self.version.split(".")))

    def _key(self):
        return self.parts

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


@dataclass(frozen=True, eq=False, slots=True)
class Prerelease(Release):
    stage: int = field(kw_only=True)

    def __post_init__(self):
        super(Prerelease, self).__post_init__()
        if self.stage <= 0:
            raise ValueError(self)

    def _key(self):
        return self.parts, self.stage


@dataclass
class Company:
    name: str
    employees: list = ()

    def __post_init__(self):
        self.employees = [*self.employees]

    def hire(self, person):
        self.employees += [person]

    def to_dict(self):
        shown = [one.name for one in fields(Person) if one.repr]
        people = [{name: getattr(person, name) for name in shown} for person in self.employees]
        return {"name": self.name, "employees": [one | {"skills": one["skills"].copy()} for one in people]}

    @classmethod
    def from_dict(cls, data):
        company = cls(**data)
        company.employees = [Person(**person) for person in company.employees]
        return company
