"""Leaving the keyword arguments out of the key

Calls that differ only in a keyword argument then get each other's results. All that the
function receives belongs to the key.

Fails: TestCache::test_keyword_arguments_count
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = args
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
