"""Asking whether the least number so far is true

0 is false, so a least number of 0 is taken for "none yet" and replaced by the next, larger one. `is None`
asks whether there is one.

Fails: TestProcessItems::test_counts_whole_numbers_only, TestProcessItems::test_is_exact_among_whatever_else
"""


def process_items(items):
    least = greatest = None
    count = total = 0
    for item in items:
        if type(item) is int:
            count, total = count + 1, total + item
            least = min(least or item, item)
            greatest = max(greatest or item, item)
    return {"count": count, "sum": total, "min": least, "max": greatest}
