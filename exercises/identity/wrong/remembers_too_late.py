"""Remembering the copy when it is full

A list that contains itself is asked for before its copy is known, and that never ends. Remember the empty copy, and
then fill it.

Fails: TestHashesAndCopies::test_copy_has_the_same_shape
"""


def _copied(value, copies):
    if id(value) in copies:
        return copies[id(value)]
    copy = value
    if type(value) is dict:
        copy = {key: _copied(item, copies) for key, item in value.items()}
    elif type(value) in (list, tuple):
        copy = type(value)([_copied(item, copies) for item in value])
    elif type(value) is set:
        copy = set(value)
    return copies.setdefault(id(value), copy)
