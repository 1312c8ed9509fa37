"""A memory by value

Two lists that are equal become one in the copy, and whoever changes one has changed both. Only `is`, or the id, tells
what was one object.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape
"""


def deep_copy(value):
    return _copied(value, [])


def _copied(value, copies):
    kind = type(value)
    if kind not in (list, dict, set, tuple):
        return value
    for original, copy in copies:
        if original is value or (kind is not tuple and repr(original) == repr(value)):
            return copy
    copy = kind()
    if kind is tuple:
        items = tuple([_copied(item, copies) for item in value])
        found = [copy for original, copy in copies if original is value]
        copy = found[0] if found else items
        copies.append((value, copy))
        return copy
    copies.append((value, copy))
    if kind is list:
        copy.extend([_copied(item, copies) for item in value])
    elif kind is set:
        copy.update(value)
    else:
        copy.update({key: _copied(item, copies) for key, item in value.items()})
    return copy
