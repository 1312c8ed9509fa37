"""Remembering the error

A connection that failed once fails for ever. An error says nothing about the next call.

Fails: TestCustomCache::test_remembers_no_error
"""

import functools


def custom_cache(max_size=None, typed=False):  # noqa: C901
    def key_of(args, kwargs):
        key = args, frozenset(kwargs.items())
        if not typed:
            return key
        return key, tuple(map(type, args)), frozenset((name, type(value)) for name, value in kwargs.items())

    def decorate(function):
        results, hits, misses = LRUCache(max_size), 0, 0

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal hits, misses
            key = key_of(args, kwargs)
            if key in results:
                hits += 1
                if isinstance(results[key], BaseException):
                    raise results[key]
                return results[key]
            misses += 1
            try:
                result = results[key] = function(*args, **kwargs)
            except Exception as error:
                results[key] = error
                raise
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
