"""A default that is made once

The factory gives the same list each time, so all persons learn what one learns. It has to make a new one:
default_factory=list.

Fails: TestPerson::test_has_skills_of_its_own
"""

NO_SKILLS = []


@dataclass
class Person:
    name: str
    age: int
    email: str | None = None
    skills: list[str] = field(default_factory=lambda: NO_SKILLS)
    badge: Any = field(default=None, repr=False, compare=False)
    domain: InitVar[str | None] = field(default=None, kw_only=True)

    def __post_init__(self, domain):
        if self.age < 0:
            raise ValueError(f"an age can't be negative: {self.age}")
        self.skills = self.skills if self.skills is NO_SKILLS else list(self.skills)
        if self.email is None and domain is not None:
            self.email = f"{self.name.lower()}@{domain}"

    def add_skill(self, skill):
        self.skills.append(skill)

    def to_dict(self):
        return {"name": self.name, "age": self.age, "email": self.email, "skills": list(self.skills)}
