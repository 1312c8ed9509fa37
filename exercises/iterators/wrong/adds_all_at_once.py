"""Adding everything up before returning

A list is there when its last item is: it pulls everything before the first sum can be seen, and never ends if
the items don't.

Fails: TestPairwiseSum::test_adds_as_many_as_somebody_asks_for, TestPairwiseSum::test_pulls_no_item_before_it_is_needed
"""


def pairwise_sum(iterable):
    return iter([before + after for before, after in pairwise(iterable)])
