"""Counting whatever is there

len counts texts, floats and None as well, and what can be gone through only once has no len. sum stops
at the first item that can't be added to a number. Look at the type of each item first.

Fails: TestProcessItems::test_counts_whole_numbers_only, TestProcessItems::test_is_exact_among_whatever_else
"""


def process_items(items):
    return {"count": len(items), "sum": sum(items), "min": min(items, default=None), "max": max(items, default=None)}
