"""Returning a set as a list

& finds the right items, and what comes out of a set comes in any order. Ask the set, and go through what has an
order.

Fails: TestMerging::test_keeps_the_order_of_the_first
"""


def in_common(first, second):
    return list(set(first) & set(second))
