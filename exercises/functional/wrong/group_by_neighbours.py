"""itertools.groupby on unsorted items

It starts a new group whenever the key changes, so a key that comes again replaces its earlier group.

Fails: TestGroupBy::test_puts_items_into_lists
"""

import itertools


def group_by(key, iterable):
    return {name: list(items) for name, items in itertools.groupby(iterable, key)}
