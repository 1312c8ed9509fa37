"""Filling a new object by hand

cls.__new__ makes an object that no __init__ has seen: what a subclass does there is left out. Call the class.

Fails: TestFromString::test_makes_what_was_asked
"""


def from_string(cls, text):
    name, age = text.rsplit("-", 1)
    person = cls.__new__(cls)
    person._name, person.age = name, int(age)
    return person


Person.from_string = classmethod(from_string)
