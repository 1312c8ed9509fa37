"""Using lru_cache with its default size

`functools.lru_cache` forgets the least recently used results beyond 128. Say
`maxsize=None`, or use `functools.cache`, when nothing may be forgotten.

Fails: TestCache::test_forgets_nothing
"""

import functools


def cache(func):
    return functools.lru_cache(func)
