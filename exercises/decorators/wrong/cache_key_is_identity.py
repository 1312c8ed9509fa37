"""Comparing arguments by identity

Two equal objects can be two objects, and then the function is called again for what is
already known. Equality, not `id`, says whether two arguments are the same value.

Fails: TestCache::test_compares_arguments_with_equality
"""

import functools


def cache(func):
    results = {}
    kept_alive = []

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (tuple(map(id, args)), frozenset(kwargs.items()))
        if key not in results:
            kept_alive.append(args)
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
