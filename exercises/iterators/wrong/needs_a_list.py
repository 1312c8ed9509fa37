"""Asking for the length and for items by number

What can only be iterated has neither, and what never ends has no length. Go through it by a loop and remember
the item before.

Fails: TestPairwiseSum::test_adds_neighbours, TestPairwiseSum::test_adds_as_many_as_somebody_asks_for,
    TestPairwiseSum::test_pulls_no_item_before_it_is_needed
"""


def pairwise_sum(iterable):
    for place in range(len(iterable) - 1):
        yield iterable[place] + iterable[place + 1]
