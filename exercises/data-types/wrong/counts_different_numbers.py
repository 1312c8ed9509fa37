"""Collecting the numbers in a set

A set keeps equal items once, so a number that comes twice is counted and added once.

Fails: TestProcessItems::test_counts_whole_numbers_only, TestProcessItems::test_is_exact_among_whatever_else
"""


def process_items(items):
    numbers = {item for item in items if type(item) is int}
    return {
        "count": len(numbers),
        "sum": sum(numbers),
        "min": min(numbers, default=None),
        "max": max(numbers, default=None),
    }
