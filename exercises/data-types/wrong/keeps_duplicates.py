"""Keeping an item as often as it comes

What is in both is in both once, however often the first has it. dict.fromkeys drops the later ones and keeps the
order.

Fails: TestMerging::test_keeps_the_order_of_the_first
"""


def in_common(first, second):
    wanted = set(second)
    return [item for item in first if item in wanted]
