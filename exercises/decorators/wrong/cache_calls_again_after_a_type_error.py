"""Taking every TypeError for an argument that can't be hashed

A TypeError that the function itself raises is caught as well, and the function is called a second time behind
the caller's back. Keep the call out of the `try`, which is there for the look into the dictionary.

Fails: TestCache::test_does_not_remember_an_exception
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        try:
            if key not in results:
                results[key] = func(*args, **kwargs)
            return results[key]
        except TypeError:
            # unhashable arguments cannot be remembered
            pass
        return func(*args, **kwargs)

    return wrapper
