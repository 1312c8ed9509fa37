"""Looking for booleans with `in (True, False)`

`in` compares with ==, and 1 == True and 0 == False. So the numbers 0 and 1 are thrown out together with the
booleans; ask for the type, by isinstance(item, bool).

Fails: TestProcessItems::test_counts_whole_numbers_only, TestProcessItems::test_is_exact_among_whatever_else
"""


def process_items(items):
    numbers = [item for item in items if isinstance(item, int) and item not in (True, False)]
    return {
        "count": len(numbers),
        "sum": sum(numbers),
        "min": min(numbers, default=None),
        "max": max(numbers, default=None),
    }
