"""Sorting first

Sorting puts the keys into an order that nobody asked for, and fails on keys that can't be compared, such as None and a
number. A dict needs no order.

Fails: TestGroupBy::test_puts_items_into_lists, TestGroupBy::test_takes_any_key_and_item
"""

import itertools


def group_by(key, iterable):
    items = sorted(iterable, key=key)
    return {name: list(group) for name, group in itertools.groupby(items, key)}
