"""Hits as what was not called

A call within a call is a call, too: count hits where they happen, and don't work them out from the number of
results.

Fails: TestCustomCache::test_calls_itself, TestCustomCache::test_counts_and_forgets
"""

import functools


def custom_cache(max_size=None, typed=False):
    def decorate(function):
        results = _Results(max_size)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return results.ask(_key_of(args, kwargs, typed), lambda: function(*args, **kwargs))

        def cache_info():
            return {"hits": results.hits, "misses": len(results), "size": len(results), "max_size": max_size}

        def cache_forget(*args, **kwargs):
            results.pop(_key_of(args, kwargs, typed), None)

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=results.clear)
        return wrapper

    return decorate
