"""Asking for the key again and again

Once to collect the keys and once more for each key and item: that is slow, goes twice through what can be gone through
once, and surprises a key that counts.

Fails: TestGroupBy::test_puts_items_into_lists
"""


def group_by(key, iterable):
    items = list(iterable)
    return {name: [item for item in items if key(item) == name] for name in dict.fromkeys(map(key, items))}
