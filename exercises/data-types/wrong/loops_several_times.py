"""Going through the items once for each figure

A generator is at its end after the first loop, so the second finds nothing. Put the numbers into a list, and
go over that.

Fails: TestProcessItems::test_counts_whole_numbers_only, TestProcessItems::test_takes_many_items
"""


def process_items(items):
    return {
        "count": sum(1 for item in items if type(item) is int),
        "sum": sum(item for item in items if type(item) is int),
        "min": min((item for item in items if type(item) is int), default=None),
        "max": max((item for item in items if type(item) is int), default=None),
    }
