"""Holding results weakly

A result that nobody else refers to is gone at once, and is computed again when it is asked for.
A cache that forgets nothing has to hold its results itself.

Fails: TestCache::test_forgets_nothing
"""

import functools
import time
import weakref


def cache(func):
    strong, weak = {}, weakref.WeakValueDictionary()

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key in strong:
            return strong[key]
        missing = object()
        result = weak.get(key, missing)
        if result is missing:
            result = func(*args, **kwargs)
            try:
                weak[key] = result
            except TypeError:  # numbers and strings can't be referred to weakly
                strong[key] = result
        return result

    return wrapper
