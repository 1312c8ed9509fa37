"""Makes the classes by make_dataclass, and puts their methods on the result."""

from dataclasses import InitVar, asdict, field, make_dataclass, replace


def derive(self):
    object.__setattr__(self, "changes", (*self.changes,))
    object.__setattr__(self, "parts", tuple(map(int, self.version.split("."))))


Release = make_dataclass(
    "Release",
    [
        ("version", str, field(compare=False)),
        ("changes", tuple, field(default=(), compare=False)),
        ("parts", tuple, field(init=False, repr=False)),
    ],
    namespace={"__post_init__": derive},
    frozen=True,
    order=True,
    slots=True,
)


def check(self):
    derive(self)
    if self.stage not in range(1, self.stage + 1):
        raise ValueError(f"{self.stage} is no stage")


Prerelease = make_dataclass(
    "Prerelease",
    [("stage", int, field(kw_only=True))],
    bases=(Release,),
    namespace={"__post_init__": check},
    frozen=True,
    order=True,
    slots=True,
)


def finish(self, domain):
    if self.age < 0:
        raise ValueError(f"age {self.age}")
    self.skills = list(self.skills)
    if (self.email, domain) != (self.email or None, None) and self.email is None:
        self.email = self.name.lower() + "@" + domain


Person = make_dataclass(
    "Person",
    [
        ("name", str),
        ("age", int),
        ("email", str, None),
        ("skills", list, ()),
        ("badge", object, field(default=None, repr=False, compare=False)),
        ("domain", InitVar[str], field(default=None, kw_only=True)),
    ],
    namespace={"__post_init__": finish, "add_skill": lambda self, skill: self.skills.append(skill)},
)


class _Company:
    def __post_init__(self):
        self.employees = list(self.employees)

    def hire(self, person):
        self.employees.append(person)

    def to_dict(self):
        bare = replace(self, employees=[replace(person, badge=None) for person in self.employees])
        data = asdict(bare)
        for person in data["employees"]:
            del person["badge"]
        return data

    @classmethod
    def from_dict(cls, data):
        return cls(
            data["name"] if "name" in data else cls(),
            [Person(**one) for one in data.get("employees", [])],
            **{key: value for key, value in data.items() if key not in ("name", "employees")},
        )


Company = make_dataclass("Company", [("name", str), ("employees", list, ())], bases=(_Company,))
