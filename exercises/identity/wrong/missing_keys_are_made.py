"""Asking a defaultdict by [] or with a default

A dictionary may make what is missing when it is asked by []. `in` asks whether a key is there, and makes none.

Fails: TestEquality::test_compares_values
"""


def changed_keys(before, after):
    changed = []
    for key, value in before.items():
        try:
            if not _same(value, after[key]):
                changed.append(key)
        except KeyError:
            changed.append(key)
    return changed + [key for key in after if key not in before]
