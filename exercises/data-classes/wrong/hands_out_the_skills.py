"""A dict that holds the person's own list

Whoever changes the dict changes the person. Put a copy of the list into it.

Fails: TestCompany::test_shares_nothing_with_the_data
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
        return {
            "name": self.name,
            "employees": [person.to_dict() | {"skills": person.skills} for person in self.employees],
        }

    @classmethod
    def from_dict(cls, data):
        employees = [Person(**person) for person in data.get("employees", ())]
        return cls(**{**data, "employees": employees})
