"""Forgetting what was never known

If there is no result for these arguments there is nothing to forget, and no error either.

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
            del results[_key_of(args, kwargs, typed)]

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=results.clear)
        return wrapper

    return decorate
