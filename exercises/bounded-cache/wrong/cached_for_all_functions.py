"""One cache for all that is decorated

The results of one function are given out for another. Make the cache in the function that takes the function.

Fails: TestCustomCache::test_knows_the_same_call, TestCustomCache::test_counts_and_forgets
"""

import functools


def custom_cache(max_size=None, typed=False):
    results = _Results(max_size)

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return results.ask(_key_of(args, kwargs, typed), lambda: function(*args, **kwargs))

        def cache_info():
            return {"hits": results.hits, "misses": results.misses, "size": len(results), "max_size": max_size}

        def cache_forget(*args, **kwargs):
            results.pop(_key_of(args, kwargs, typed), None)

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=results.clear)
        return wrapper

    return decorate
