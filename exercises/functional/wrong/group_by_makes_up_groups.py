"""Handing out the defaultdict

A defaultdict makes up a group for every key that is asked for. Return dict(groups), or set default_factory to None.

Fails: TestGroupBy::test_takes_any_key_and_item
"""

from collections import defaultdict


def group_by(key, iterable):
    groups = defaultdict(list)
    for item in iterable:
        groups[key(item)].append(item)
    return groups
