"""One cache for all that is decorated

The results of one function are given out for another. Make the cache in the function that takes the function.

Fails: TestCustomCache::test_knows_the_same_call, TestCustomCache::test_counts_and_forgets
"""

import functools


def custom_cache(max_size=None, typed=False):
    results = LRUCache(max_size)

    def key_of(args, kwargs):
        key = args, frozenset(kwargs.items())
        if not typed:
            return key
        return key, tuple(map(type, args)), frozenset((name, type(value)) for name, value in kwargs.items())

    def decorate(function):
        hits, misses = 0, 0

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal hits, misses
            key = key_of(args, kwargs)
            if key in results:
                hits += 1
                return results[key]
            misses += 1
            result = results[key] = function(*args, **kwargs)
            return result

        def cache_info():
            return {"hits": hits, "misses": misses, "size": len(results), "max_size": max_size}

        def cache_forget(*args, **kwargs):
            results.pop(key_of(args, kwargs), None)

        def cache_clear():
            nonlocal hits, misses
            results.clear()
            hits = misses = 0

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=cache_clear)
        return wrapper

    return decorate
