"""The later item on the left

For numbers the order makes no difference; texts, tuples and lists come out the wrong way round.

Fails: TestPairwiseSum::test_adds_whatever_has_a_plus
"""


def pairwise_sum(iterable):
    return (after + before for before, after in pairwise(iterable))
