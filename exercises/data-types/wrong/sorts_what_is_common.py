"""Sorting what is common

Sorted is an order, but not the one of the first items, and a text and a number can't be sorted at all.

Fails: TestMerging::test_keeps_the_order_of_the_first
"""


def in_common(first, second):
    return sorted(set(first) & set(second))
