"""Pulling the first item at the call

The body of a function that contains no yield runs at the call, and so does the next in it: an item is taken
although nobody has asked for a sum.

Fails: TestPairwiseSum::test_pulls_no_item_before_it_is_needed
"""

from itertools import tee


def pairwise_sum(iterable):
    first, second = tee(iterable)
    next(second, None)
    return (before + after for before, after in zip(first, second))
