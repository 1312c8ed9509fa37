"""Searching a list for each item

`in` goes through a list from the start, so a thousand items in each are a million comparisons. A set is asked once
for each.

Fails: TestMerging::test_looks_items_up
"""


def in_common(first, second):
    second = list(second)
    return [item for item in dict.fromkeys(first) if item in second]
