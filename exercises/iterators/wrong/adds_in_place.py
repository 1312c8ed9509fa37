"""Adding with +=

+= changes a list itself, the one that belongs to the caller. before + after makes a new object and leaves
both as they are.

Fails: TestPairwiseSum::test_adds_whatever_has_a_plus
"""


def pairwise_sum(iterable):
    for before, after in pairwise(iterable):
        before += after
        yield before
