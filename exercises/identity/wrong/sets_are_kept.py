"""Forgetting the sets

A set can be changed like a list. Its members can't, and stay, but the set has to be another one.

Fails: TestHashesAndCopies::test_original_stays
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
    elif kind is tuple:
        items = tuple([_copied(item, copies) for item in value])
        copy = copies.setdefault(id(value), items)
    return copy
