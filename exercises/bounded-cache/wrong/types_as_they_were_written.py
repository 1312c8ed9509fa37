"""Types of keywords in the order of the call

f(a=1, b="x") and f(b="x", a=1) are one call. Keep each type with its name, in something without an order.

Fails: TestCustomCache::test_knows_the_same_call
"""


def _key_of(args, kwargs, typed):
    key = args, frozenset(kwargs.items())
    if not typed:
        return key
    return key, tuple(map(type, args)), tuple(map(type, kwargs.values()))
