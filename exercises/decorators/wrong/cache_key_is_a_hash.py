"""Taking the hash for the value

Different values may have the same hash, as -1 and -2 do in CPython, and then one gets
the other's result. A dict hashes its keys itself, and compares them with == as well.

Fails:
    TestCache::test_computes_once_for_each_set_of_arguments,
    TestCache::test_compares_arguments_with_equality
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = hash((args, frozenset(kwargs.items())))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
