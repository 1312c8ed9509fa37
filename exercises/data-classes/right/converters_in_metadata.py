"""Says beside each field how it is made of what is given; one method, shared by all, does so."""

from dataclasses import KW_ONLY, dataclass, field, fields


def numbers(self):
    return tuple(int(number) for number in self.version.split("."))


class Converting:
    __slots__ = ()

    def __post_init__(self):
        for one in fields(self):
            if "make" in one.metadata:
                object.__setattr__(self, one.name, one.metadata["make"](self))


@dataclass(frozen=True, order=True, slots=True)
class Release(Converting):
    version: str = field(compare=False)
    changes: tuple = field(default=(), compare=False, metadata={"make": lambda self: tuple(self.changes)})
    parts: tuple = field(init=False, repr=False, metadata={"make": numbers})


def at_least(least, name):
    def make(self):
        value = getattr(self, name)
        if value < least:
            raise ValueError(f"{name} {value} is below {least}")
        return value

    return make


@dataclass(frozen=True, order=True, slots=True)
class Prerelease(Release):
    _: KW_ONLY
    stage: int = field(metadata={"make": at_least(1, "stage")})


@dataclass
class Company(Converting):
    name: str
    employees: list = field(default_factory=tuple, metadata={"make": lambda self: list(self.employees)})

    def hire(self, person):
        self.employees.append(person)

    def to_dict(self):
        people = [{name: getattr(person, name) for name in ("name", "age", "email")} for person in self.employees]
        for data, person in zip(people, self.employees):
            data["skills"] = person.skills[:]
        return dict(name=self.name, employees=people)

    @classmethod
    def from_dict(cls, data):
        made = dict(data)
        made["employees"] = (Person(**one) for one in data.get("employees", []))
        return cls(**made)
