"""Asking whether the item before is true

0 and empty texts are items, too, and some objects refuse to answer. Whether there was an item before is
another question than whether it is true.

Fails: TestPairwiseSum::test_adds_neighbours, TestPairwiseSum::test_adds_whatever_has_a_plus
"""


def pairwise_sum(iterable):
    before = None
    for after in iterable:
        if before:
            yield before + after
        before = after
