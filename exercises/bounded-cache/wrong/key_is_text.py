"""Text as a key

Different objects may print alike, and what is equal need not print alike, as 1 and 1.0. Put the arguments themselves
into the key.

Fails: TestCustomCache::test_knows_the_same_call
"""


def _key_of(args, kwargs, typed):
    key = str(args) + str(kwargs)
    if not typed:
        return key
    return key, tuple(map(type, args)), frozenset((name, type(value)) for name, value in kwargs.items())
