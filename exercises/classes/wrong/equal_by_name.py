"""Comparing the names only

What the hash leaves out, == may not leave out: two persons of one name and different ages are two.

Fails: TestComparing::test_equal_ones_are_equal
"""


def equal(self, other):
    return self.name == other.name if type(other) is type(self) else NotImplemented


Person.__eq__ = equal
