"""Comparing whatever has a name and an age

Another class may mean something else by these words. And what has neither raises AttributeError, where == should
say False.

Fails: TestComparing::test_is_no_match_for_others
"""


def equal(self, other):
    if isinstance(other, Person) and type(other) is not type(self):
        return NotImplemented
    try:
        return (self.name, self.age) == (other.name, other.age)
    except AttributeError:
        return NotImplemented


Person.__eq__ = equal
