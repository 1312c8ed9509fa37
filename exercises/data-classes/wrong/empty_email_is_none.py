"""Truth in the place of None

The empty text is an email that was given, and stays. Ask with `is None`.

Fails: TestPerson::test_has_an_email
"""


@dataclass
class Person:
    name: str
    age: int
    email: str | None = None
    skills: list[str] = field(default_factory=list)
    badge: Any = field(default=None, repr=False, compare=False)
    domain: InitVar[str | None] = field(default=None, kw_only=True)

    def __post_init__(self, domain):
        if self.age < 0:
            raise ValueError(f"an age can't be negative: {self.age}")
        self.skills = list(self.skills)
        if not self.email and domain is not None:
            self.email = f"{self.name.lower()}@{domain}"

    def add_skill(self, skill):
        self.skills.append(skill)

    def to_dict(self):
        return {"name": self.name, "age": self.age, "email": self.email, "skills": list(self.skills)}
