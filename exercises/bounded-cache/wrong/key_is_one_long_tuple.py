"""Arguments and keywords in one tuple

Without a mark between them the positional argument ("a", 1) looks like the keyword a=1.

Fails: TestCustomCache::test_knows_the_same_call
"""


def _key_of(args, kwargs, typed):
    key = args + tuple(sorted(kwargs.items()))
    if not typed:
        return key
    return key, tuple(map(type, args)), frozenset((name, type(value)) for name, value in kwargs.items())
