"""Asking first whether the dictionaries are equal

A dictionary of a subclass is asked before the other one, and then its values stand on the left of ==. The shortcut
saves little: it compares all values as well.

Fails: TestEquality::test_knows_nan_and_the_very_object
"""


def changed_keys(before, after):
    if before == after:
        return []
    changed = [key for key, value in before.items() if not _same(value, after.get(key, _MISSING))]
    return changed + [key for key in after if key not in before]
