"""Comparing texts of the items

1 and "1" are written alike and are two different items; the texts say less than the items do.

Fails: TestMerging::test_keeps_the_order_of_the_first
"""


def in_common(first, second):
    wanted = set(map(str, second))
    return [item for item in dict.fromkeys(first) if str(item) in wanted]
