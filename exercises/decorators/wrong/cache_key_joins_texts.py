"""Turning each argument into a string

`1` and `"1"` are different arguments and give the same string, so one of them gets the
other's result. Let the arguments themselves be the key.

Fails:
    TestCache::test_computes_once_for_each_set_of_arguments,
    TestCache::test_compares_arguments_with_equality
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = ", ".join([*map(str, args), *(f"{name}={kwargs[name]!r}" for name in kwargs)])
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
