"""Asking what can be gone through once again and again

`in` takes the items of a generator one by one until it finds the one it looks for; the next `in` goes on behind it.
Put them into a set first.

Fails: TestMerging::test_keeps_the_order_of_the_first
"""


def in_common(first, second):
    return [item for item in dict.fromkeys(first) if item in second]
