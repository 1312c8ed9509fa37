"""Adding two items with sum

sum begins with the number 0 and adds each item to it, and 0 + "a" is an error. The operator + asks nothing
but that the two items can be added.

Fails: TestPairwiseSum::test_adds_whatever_has_a_plus
"""


def pairwise_sum(iterable):
    return map(sum, pairwise(iterable))
