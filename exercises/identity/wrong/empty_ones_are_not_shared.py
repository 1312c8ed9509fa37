"""A shortcut for what is empty

An empty list in two places is one list as well: what is put into it is seen in both.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape
"""


def deep_copy(value):
    return _deep_copied(value, {})


def _deep_copied(value, copies):
    if type(value) in (list, dict, set) and not value:
        return type(value)()
    if id(value) in copies:
        return copies[id(value)]
    kind, copy = type(value), value
    if kind is list:
        copy = copies[id(value)] = []
        copy.extend([_deep_copied(item, copies) for item in value])
    elif kind is dict:
        copy = copies[id(value)] = {}
        copy.update({key: _deep_copied(item, copies) for key, item in value.items()})
    elif kind is set:
        copy = copies[id(value)] = set(value)
    elif kind is tuple:
        copy = copies.setdefault(id(value), tuple([_deep_copied(item, copies) for item in value]))
    return copy
