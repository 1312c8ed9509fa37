"""An argument that became a field

What only helps to make a person is then kept, shown and compared. InitVar hands it to __post_init__ and to
nobody else.

Fails: TestPerson::test_has_an_email
"""


@dataclass
class Person:
    name: str
    age: int
    email: str | None = None
    skills: list[str] = field(default_factory=list)
    badge: Any = field(default=None, repr=False, compare=False)
    domain: str | None = field(default=None, kw_only=True)

    def __post_init__(self):
        if self.age < 0:
            raise ValueError(f"an age can't be negative: {self.age}")
        self.skills = list(self.skills)
        if self.email is None and self.domain is not None:
            self.email = f"{self.name.lower()}@{self.domain}"

    def add_skill(self, skill):
        self.skills.append(skill)

    def to_dict(self):
        return {"name": self.name, "age": self.age, "email": self.email, "skills": list(self.skills)}
