"""Building the key from the text of the arguments

Different objects may print alike, and equal ones differently, so the cache gives wrong
answers or works twice. Let the arguments themselves be the key.

Fails: TestCache::test_compares_arguments_with_equality
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = str(args) + str(kwargs)
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
