"""Keeping the list that was given

default_factory makes a list only if none is given. One that is given belongs to somebody else, and replace
gives the old person's: make a list of it in __post_init__.

Fails: TestPerson::test_has_an_email, TestPerson::test_has_skills_of_its_own, TestCompany::test_comes_back
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
        if self.email is None and domain is not None:
            self.email = f"{self.name.lower()}@{domain}"

    def add_skill(self, skill):
        self.skills.append(skill)

    def to_dict(self):
        return {"name": self.name, "age": self.age, "email": self.email, "skills": list(self.skills)}
