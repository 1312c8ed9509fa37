"""A set of keys

Sets have no order, and the one that they show may be another one tomorrow. Dictionaries keep theirs.

Fails: TestEquality::test_compares_values, TestEquality::test_knows_nan_and_the_very_object
"""


def changed_keys(before, after):
    keys = sorted(before.keys() | after.keys())
    return [key for key in keys if not _same(before.get(key, _MISSING), after.get(key, _MISSING))]
