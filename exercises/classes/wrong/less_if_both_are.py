"""Joining two comparisons by and

Younger *and* earlier in the alphabet is not an order: of Ann, 40, and Bob, 36, neither would be less. Compare
tuples.

Fails: TestComparing::test_sorts_by_age_and_name, TestComparing::test_is_no_match_for_others
"""


def less(self, other):
    return self.age <= other.age and self.name < other.name if type(other) is type(self) else NotImplemented


Person.__lt__ = less
