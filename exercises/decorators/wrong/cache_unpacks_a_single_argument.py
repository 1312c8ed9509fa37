"""Taking a single argument for the key itself

With one argument as the key instead of a tuple of one, the call `f((1, 2))` looks like `f(1, 2)`, and
each gets the result of the other. Keep the tuple of arguments as it is.

Fails: TestCache::test_computes_once_for_each_set_of_arguments
"""

import functools
import time


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args[0] if len(args) == 1 else args, frozenset(kwargs.items()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
