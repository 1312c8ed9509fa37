"""Attributes of the inner function over those of the outer

functools.wraps copies all attributes of what it wraps, so the outer of two caches on top of each other tells
the numbers of the inner one. Set yours afterwards.

Fails: TestCustomCache::test_counts_and_forgets
"""

import functools


def custom_cache(max_size=None, typed=False):
    def decorate(function):
        results = _Results(max_size)

        def wrapper(*args, **kwargs):
            return results.ask(_key_of(args, kwargs, typed), lambda: function(*args, **kwargs))

        def cache_info():
            return {"hits": results.hits, "misses": results.misses, "size": len(results), "max_size": max_size}

        def cache_forget(*args, **kwargs):
            results.pop(_key_of(args, kwargs, typed), None)

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=results.clear)
        return functools.update_wrapper(wrapper, function)

    return decorate
