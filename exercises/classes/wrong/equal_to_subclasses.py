"""Asking isinstance

An instance of a subclass is a Person, too, but not of the same class. type(self) is type(other) asks for that.

Fails: TestComparing::test_equal_ones_are_equal
"""


def equal(self, other):
    return (self.name, self.age) == (other.name, other.age) if isinstance(other, Person) else NotImplemented


Person.__eq__ = equal
