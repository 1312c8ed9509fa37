"""Giving the cache a generous size

4,096 results are many, until somebody has more: then the oldest are forgotten and computed again.
A cache that forgets nothing has no size, `maxsize=None`.

Fails: TestCache::test_forgets_nothing
"""

import functools
import time


def cache(func):
    return functools.lru_cache(maxsize=4096)(func)
