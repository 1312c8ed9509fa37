"""Calling Person where cls is meant

A classmethod is told which class it was called on. Person(...) makes a Person even for Pilot.from_string.

Fails: TestFromString::test_makes_what_was_asked
"""


def from_string(cls, text):
    name, age = text.rsplit("-", 1)
    return Person(name, int(age))


Person.from_string = classmethod(from_string)
