"""Asking whether the remembered result is true

Results such as 0, "" and None are false and as good as any other, yet they are computed
again and again. Ask whether the key is there: `key in results`.

Fails: TestCache::test_remembers_false_values
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if not results.get(key):
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
