"""Taking None for a missing result

`get` gives None both for an unknown key and for a remembered None, so a function that
returns None is called every time. Ask whether the key is there: `key in results`.

Fails: TestCache::test_remembers_false_values
"""

import functools


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if results.get(key) is None:
            results[key] = func(*args, **kwargs)
        return results[key]

    return wrapper
