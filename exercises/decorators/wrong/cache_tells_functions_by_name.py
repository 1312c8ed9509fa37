"""Telling functions apart by their names

Two functions may well have the same name, in two modules or made by the same factory,
and then share their results. A dict of its own for each decorated function needs no
name.

Fails: TestCache::test_each_function_has_its_own_results
"""

import functools

results = {}


def cache(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (func.__name__, args, frozenset(kwargs.items()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
