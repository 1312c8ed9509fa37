"""Copies of the persons as well

The company then has persons of its own, who learn nothing of what the others learn. A list of its own is
enough: list(employees).

Fails: TestCompany::test_hires
"""

import copy


@dataclass
class Company:
    name: str
    employees: list[Person] = field(default_factory=list)

    def __post_init__(self):
        self.employees = copy.deepcopy(list(self.employees))

    def hire(self, person):
        self.employees.append(person)

    def to_dict(self):
        return {"name": self.name, "employees": [person.to_dict() for person in self.employees]}

    @classmethod
    def from_dict(cls, data):
        employees = [Person(**person) for person in data.get("employees", ())]
        return cls(**{**data, "employees": employees})
