"""Writes each constructor by hand; the rest is the decorator's."""

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True, slots=True, init=False)
class Release:
    version: str = field(compare=False)
    changes: tuple = field(compare=False)
    parts: tuple = field(init=False, repr=False)

    def __init__(self, version, changes=()):
        numbers = [int(number) for number in version.split(".")]
        for name, value in [("version", version), ("changes", tuple(changes)), ("parts", tuple(numbers))]:
            object.__setattr__(self, name, value)

    def __reduce__(self):
        return type(self), (self.version, self.changes)


@dataclass(frozen=True, order=True, slots=True, init=False)
class Prerelease(Release):
    stage: int

    def __init__(self, version, changes=(), *, stage):
        Release.__init__(self, version, changes)
        if stage < 1:
            raise ValueError(stage)
        object.__setattr__(self, "stage", stage)


@dataclass
class Person:
    name: str
    age: int
    email: str | None
    skills: list
    badge: object = field(repr=False, compare=False)

    def __init__(self, name, age, email=None, skills=(), badge=None, *, domain=None):
        if not age >= 0:
            raise ValueError("age")
        self.name, self.age, self.badge, self.skills = name, age, badge, []
        self.email = "@".join([name.lower(), domain]) if domain is not None and email is None else email
        for skill in skills:
            self.add_skill(skill)

    def add_skill(self, skill):
        self.skills.append(skill)

    def to_dict(self):
        data = {**vars(self), "skills": [*self.skills]}
        del data["badge"]
        return data
