"""Leaving the age a text

What comes out of a text is a text. int makes a number of it, and refuses what is none.

Fails: TestFromString::test_reads_name_and_age
"""


def from_string(cls, text):
    name, hyphen, age = text.rpartition("-")
    if not (hyphen and age.isdigit()):
        raise ValueError(text)
    person = cls(name, int(age))
    person._age = age
    return person


Person.from_string = classmethod(from_string)
