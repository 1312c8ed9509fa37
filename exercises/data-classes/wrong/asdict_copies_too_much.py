"""asdict, and then a key less

asdict copies everything as deep as it goes, the badges as well, before one can take them out. Write the dict
of what belongs in it.

Fails: TestCompany::test_becomes_plain_data
"""

from dataclasses import asdict


@dataclass
class Company:
    name: str
    employees: list[Person] = field(default_factory=list)

    def __post_init__(self):
        self.employees = list(self.employees)

    def hire(self, person):
        self.employees.append(person)

    def to_dict(self):
        data = asdict(self)
        for person in data["employees"]:
            del person["badge"]
        return data

    @classmethod
    def from_dict(cls, data):
        employees = [Person(**person) for person in data.get("employees", ())]
        return cls(**{**data, "employees": employees})
