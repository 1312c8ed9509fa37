"""The class's own name in a classmethod

Called on a subclass it makes a Company all the same. cls is the class that was asked.

Fails: TestCompany::test_comes_back
"""


@dataclass
class Company:
    name: str
    employees: list[Person] = field(default_factory=list)

    def __post_init__(self):
        self.employees = list(self.employees)

    def hire(self, person):
        self.employees.append(person)

    def to_dict(self):
        return {"name": self.name, "employees": [person.to_dict() for person in self.employees]}

    @classmethod
    def from_dict(cls, data):
        employees = [Person(**person) for person in data.get("employees", ())]
        return Company(**{**data, "employees": employees})
