"""Splitting at every hyphen

`name, age = text.split("-")` fails for Anna-Lena, which has three parts. Only the last hyphen separates.

Fails: TestFromString::test_reads_name_and_age
"""


def from_string(cls, text):
    name, age = text.split("-")
    return cls(name, int(age))


Person.from_string = classmethod(from_string)
