"""One dict for all functions

Two functions with the same arguments then get each other's results. Make the dict
inside `cache`, whose body runs once for each decorated function.

Fails: TestCache::test_each_function_has_its_own_results
"""

import functools

results = {}


def cache(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
