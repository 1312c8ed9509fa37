"""get() for a key that may be missing

It gives None for a missing key, and None can be a value: a key with None that is gone seems unchanged.

Fails: TestEquality::test_knows_nan_and_the_very_object
"""


def changed_keys(before, after):
    keys = list(before) + [key for key in after if key not in before]
    return [key for key in keys if not _same(before.get(key), after.get(key))]
