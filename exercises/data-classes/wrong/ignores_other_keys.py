"""Taking what is known and ignoring the rest

A key that is misspelt is then a default, and nobody is told. ** hands all keys on, and the constructor
refuses what it doesn't know.

Fails: TestCompany::test_refuses_other_data
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
        return cls(name=data["name"], employees=employees)
