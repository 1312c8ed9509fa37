"""A bound that is one too high

0 is an age. Only what is below it is negative.

Fails: TestPerson::test_refuses_a_negative_age
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
        if self.age <= 0:
            raise ValueError(f"an age can't be negative: {self.age}")
        self.skills = list(self.skills)
        if self.email is None and domain is not None:
            self.email = f"{self.name.lower()}@{domain}"

    def add_skill(self, skill):
        self.skills.append(skill)

    def to_dict(self):
        return {"name": self.name, "age": self.age, "email": self.email, "skills": list(self.skills)}
