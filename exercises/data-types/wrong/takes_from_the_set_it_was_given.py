"""Crossing items off in the set that was given

The set belongs to whoever gave it, and afterwards it lacks what was found. set(second) is a new set in any case,
of a set as well.

Fails: TestMerging::test_leaves_both_as_they_are
"""


def in_common(first, second):
    left = second if isinstance(second, set) else set(second)
    common = []
    for item in first:
        if item in left:
            common.append(item)
            left.remove(item)
    return common
