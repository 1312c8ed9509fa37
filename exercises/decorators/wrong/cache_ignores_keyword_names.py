"""Keeping the values of the keyword arguments and not their names

`size=1` and `unit=1` then look like the same call, and one gets the other's result. Put
names and values into the key: `kwargs.items()`.

Fails: TestCache::test_keyword_arguments_count
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, tuple(kwargs.values()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
