"""Leaving out items without a key

None is a key like any other, and so is an empty text: whoever groups by it wants to see those items, too.

Fails: TestGroupBy::test_takes_any_key_and_item
"""


def group_by(key, iterable):
    groups = {}
    for item in iterable:
        name = key(item)
        if name is not None:
            groups.setdefault(name, []).append(item)
    return groups
