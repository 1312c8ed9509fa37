"""Ordering by name first

The age counts first, the name only among those of one age. Tuples compare their first items first.

Fails: TestComparing::test_sorts_by_age_and_name, TestComparing::test_is_no_match_for_others
"""


def less(self, other):
    return (self.name, self.age) < (other.name, other.age) if type(other) is type(self) else NotImplemented


Person.__lt__ = less
