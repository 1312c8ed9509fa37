"""Beginning the sum at 0.0

A float has room for some sixteen digits, and whatever is added to it becomes a float, too. An int has room
for all digits.

Fails: TestProcessItems::test_is_exact_among_whatever_else
"""


def process_items(items):
    numbers = [item for item in items if type(item) is int]
    return {
        "count": len(numbers),
        "sum": int(sum(numbers, 0.0)),
        "min": min(numbers, default=None),
        "max": max(numbers, default=None),
    }
