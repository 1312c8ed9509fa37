"""Ordering persons of different classes

They are never equal, so `a <= b` and `b <= a` could both hold of two that differ. An order is for one class, as
equality is.

Fails: TestComparing::test_is_no_match_for_others
"""


def less(self, other):
    return (self.age, self.name) < (other.age, other.name) if isinstance(other, Person) else NotImplemented


Person.__lt__ = less
