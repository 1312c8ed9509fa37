"""Remembering the last call only

Any other call in between overwrites what was known, and the first one has to be
computed again. Keep all results, in a dict from arguments to result.

Fails: TestCache::test_computes_once_for_each_set_of_arguments, TestCache::test_forgets_nothing
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            results.clear()
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
