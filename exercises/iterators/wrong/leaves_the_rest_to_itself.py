"""A generator within a generator for each item

A generator that hands the rest to a call of itself stays open until that call has ended, so many items need
more open calls than Python allows. A loop needs one.

Fails: TestPairwiseSum::test_adds_as_many_as_somebody_asks_for
"""

from itertools import chain


def pairwise_sum(iterable):
    items = iter(iterable)
    for before in items:
        for after in items:
            yield before + after
            yield from pairwise_sum(chain([after], items))
