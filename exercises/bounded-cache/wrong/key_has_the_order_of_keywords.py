"""Keywords in the order in which they came

f(a=1, b=2) and f(b=2, a=1) are the same call. A frozenset, or sorting by name, forgets the order.

Fails: TestCustomCache::test_knows_the_same_call
"""


def _key_of(args, kwargs, typed):
    key = args, tuple(kwargs.items())
    if not typed:
        return key
    return key, tuple(map(type, args)), frozenset((name, type(value)) for name, value in kwargs.items())
