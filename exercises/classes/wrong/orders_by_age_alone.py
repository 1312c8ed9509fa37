"""Ordering by age alone

Among those of one age the name decides. Without it the order depends on how they stood before.

Fails: TestComparing::test_sorts_by_age_and_name, TestComparing::test_is_no_match_for_others
"""


def less(self, other):
    return self.age < other.age if type(other) is type(self) else NotImplemented


Person.__lt__ = less
