"""Answering None when the function raises

The caller can't tell the None from a result, and the cache goes on giving it even when
the function would work again. Let the exception pass, and store nothing.

Fails: TestCache::test_does_not_remember_an_exception
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            try:
                results[key] = func(*args, **kwargs)
            except Exception:
                results[key] = None
        return results[key]

    return wrapper
