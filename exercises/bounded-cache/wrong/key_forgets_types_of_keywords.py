"""Types of positional arguments alone

An argument that is given by name has a type as well.

Fails: TestCustomCache::test_knows_the_same_call
"""

import functools


def custom_cache(max_size=None, typed=False):
    def key_of(args, kwargs):
        key = args, frozenset(kwargs.items())
        if not typed:
            return key
        return key, tuple(map(type, args))

    def decorate(function):
        results, hits, misses = LRUCache(max_size), 0, 0

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
