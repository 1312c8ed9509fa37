"""A bare next in a generator

At the end next raises StopIteration, which a generator turns into a RuntimeError. Give next a default, or
catch what it raises and return.

Fails: TestPairwiseSum::test_adds_neighbours
"""


def pairwise_sum(iterable):
    items = iter(iterable)
    before = next(items)
    for after in items:
        yield before + after
        before = after
