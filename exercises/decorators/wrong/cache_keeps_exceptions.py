"""Remembering exceptions like results

A failure may be over the next time, but a remembered one comes back for ever. Store a
result only after the function has returned.

Fails: TestCache::test_does_not_remember_an_exception
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            try:
                results[key] = func(*args, **kwargs)
            except Exception as error:
                results[key] = error
        if isinstance(results[key], Exception):
            raise results[key]
        return results[key]

    return wrapper
