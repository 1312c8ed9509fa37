"""Keeping tuples because they can't be changed

A tuple can't, and the list in it can: the copy shares it with the original.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape, TestHashesAndCopies::test_original_stays
"""


def _copied(value, copies):
    if id(value) in copies:
        return copies[id(value)]
    kind, copy = type(value), value
    if kind is list:
        copy = copies[id(value)] = []
        copy.extend([_copied(item, copies) for item in value])
    elif kind is dict:
        copy = copies[id(value)] = {}
        copy.update({key: _copied(item, copies) for key, item in value.items()})
    elif kind is set:
        copy = copies[id(value)] = set(value)
    return copy
