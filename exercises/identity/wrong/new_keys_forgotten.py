"""Going through the old keys only

What is new has changed as well, and stands in the second dictionary alone.

Fails: TestEquality::test_compares_values, TestEquality::test_knows_nan_and_the_very_object
"""


def changed_keys(before, after):
    return [key for key, value in before.items() if not _same(value, after.get(key, _MISSING))]
