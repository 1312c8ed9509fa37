"""A tuple that is copied on the way to itself

Its items lead back to it by a list, and its copy is made there. Whoever makes another one afterwards has two, and the
list holds the wrong one. Look again when the items are there.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape
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
    elif kind is tuple:
        copy = copies[id(value)] = tuple([_copied(item, copies) for item in value])
    return copy
