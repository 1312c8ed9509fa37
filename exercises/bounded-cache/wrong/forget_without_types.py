"""Forgetting under another key than was remembered

With typed, results are kept under arguments and types, so what looks for the arguments alone finds nothing to forget.

Fails: TestCustomCache::test_counts_and_forgets
"""

import functools


def custom_cache(max_size=None, typed=False):
    def decorate(function):
        results = _Results(max_size)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return results.ask(_key_of(args, kwargs, typed), lambda: function(*args, **kwargs))

        def cache_info():
            return {"hits": results.hits, "misses": results.misses, "size": len(results), "max_size": max_size}

        def cache_forget(*args, **kwargs):
            results.pop(_key_of(args, kwargs, False), None)

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=results.clear)
        return wrapper

    return decorate
