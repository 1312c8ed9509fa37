"""Calling __add__ instead of adding

The operator does more than that method: where it returns NotImplemented, as an int does for a float, + goes
on to ask __radd__ of the other item.

Fails: TestPairwiseSum::test_adds_neighbours
"""


def pairwise_sum(iterable):
    for before, after in pairwise(iterable):
        yield before.__add__(after)
