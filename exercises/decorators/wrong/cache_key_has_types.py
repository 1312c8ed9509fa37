"""Putting the types of the arguments into the key

Two arguments that are equal make the same call, whatever classes they are of; with the
types in the key an equal argument of a subclass is computed again. Equality alone decides.

Fails: TestCache::test_compares_arguments_with_equality
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()), tuple(map(type, args)))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
