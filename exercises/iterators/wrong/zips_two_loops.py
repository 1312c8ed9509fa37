"""Iterating twice over what can be gone through once

iter of an iterator is the iterator itself, so two loops over it take each other's items. Only a list or
another iterable gives each loop a place of its own.

Fails: TestPairwiseSum::test_adds_neighbours, TestPairwiseSum::test_pulls_no_item_before_it_is_needed
"""

from itertools import islice


def pairwise_sum(iterable):
    return (before + after for before, after in zip(iterable, islice(iterable, 1, None)))
