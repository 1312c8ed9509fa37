"""Joining positional and keyword arguments into one tuple

In one flat tuple the keyword argument `size=1` can't be told from the positional
argument `("size", 1)`. Keep the two apart: a pair of positional and keyword arguments.

Fails: TestCache::test_keyword_arguments_count
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = args + tuple(kwargs.items())
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
