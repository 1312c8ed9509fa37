"""typed without an effect

With typed, a call with 1 and one with 1.0 are two calls, which may have different results.

Fails: TestCustomCache::test_knows_the_same_call
"""


def _key_of(args, kwargs, typed):
    return args, frozenset(kwargs.items())
