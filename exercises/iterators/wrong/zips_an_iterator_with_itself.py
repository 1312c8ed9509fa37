"""Zipping an iterator with itself

Both sides pull from the same place, so the pairs don't overlap: first and second, third and fourth. The
second item of a pair is the first one of the next.

Fails: TestPairwiseSum::test_adds_neighbours, TestPairwiseSum::test_adds_as_many_as_somebody_asks_for,
    TestPairwiseSum::test_goes_on_where_it_stands
"""


def pairwise_sum(iterable):
    items = iter(iterable)
    return (before + after for before, after in zip(items, items))
