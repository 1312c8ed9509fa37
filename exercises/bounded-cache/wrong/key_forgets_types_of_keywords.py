"""Types of positional arguments alone

An argument that is given by name has a type as well.

Fails: TestCustomCache::test_knows_the_same_call
"""


def _key_of(args, kwargs, typed):
    key = args, frozenset(kwargs.items())
    if not typed:
        return key
    return key, tuple(map(type, args))
