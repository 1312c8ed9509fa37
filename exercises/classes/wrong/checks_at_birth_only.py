"""Checking in the constructor only

An attribute without a setter of its own takes whatever is assigned later. A property has one place that every
assignment goes through.

Fails: TestAge::test_refuses_a_negative_age
"""


def init(self, name, age):
    if age < 0:
        raise ValueError("Age cannot be negative")
    self._name = name
    self._age = age


Person.__init__ = init
Person.age = property(lambda self: self._age, lambda self, age: setattr(self, "_age", age))
