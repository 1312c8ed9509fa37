"""Keeping the list of employees that was given

Whoever gave it can then hire and dismiss behind the company's back, and so can the company that replace made.
Make a list of it.

Fails: TestCompany::test_hires
"""


@dataclass
class Company:
    name: str
    employees: list[Person] = field(default_factory=list)

    def __post_init__(self):
        pass

    def hire(self, person):
        self.employees.append(person)

    def to_dict(self):
        return {"name": self.name, "employees": [person.to_dict() for person in self.employees]}

    @classmethod
    def from_dict(cls, data):
        employees = [Person(**person) for person in data.get("employees", ())]
        return cls(**{**data, "employees": employees})
