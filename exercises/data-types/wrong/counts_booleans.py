"""Taking True and False for numbers

isinstance(True, int) is true, because bool is a subclass of int. So True adds 1 to the sum although it only
answers a question; ask for bool as well.

Fails: TestProcessItems::test_counts_whole_numbers_only
"""


def process_items(items):
    numbers = [item for item in items if isinstance(item, int)]
    return {
        "count": len(numbers),
        "sum": sum(numbers),
        "min": min(numbers, default=None),
        "max": max(numbers, default=None),
    }
