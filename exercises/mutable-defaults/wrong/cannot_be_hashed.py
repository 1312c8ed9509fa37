"""Taking what can't be hashed for mutable

A tuple with a list in it can't be hashed either, and other objects can be hashed and changed. The types that count are
listed.

Fails: TestCulprits::test_names_mutable_defaults
"""


def culprits(function):
    parameters = inspect.signature(function).parameters.values()
    return [one.name for one in parameters if one.default.__class__.__hash__ is None or _unhashable(one.default)]


def _unhashable(value):
    try:
        hash(value)
    except TypeError:
        return True
    return False
