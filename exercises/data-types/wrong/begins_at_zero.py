"""Beginning min and max at 0

With positive numbers alone the least would be 0, which nobody gave, and with no number at all there is no
least. Begin at the first number.

Fails: TestProcessItems::test_counts_whole_numbers_only, TestProcessItems::test_is_exact_among_whatever_else,
    TestProcessItems::test_takes_many_items
"""


def process_items(items):
    numbers = [item for item in items if type(item) is int]
    return {"count": len(numbers), "sum": sum(numbers), "min": min([0, *numbers]), "max": max([0, *numbers])}
