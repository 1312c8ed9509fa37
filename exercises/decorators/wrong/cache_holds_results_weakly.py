"""Holding results weakly

A result that nobody else refers to is gone at once, and is computed again when it is asked for.
A cache that forgets nothing has to hold its results itself.

Fails: TestCache::test_forgets_nothing
"""

import functools
import time
import weakref


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    return wrapper


def cache(func):
    strong, weak = {}, weakref.WeakValueDictionary()

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key in strong:
            return strong[key]
        missing = object()
        result = weak.get(key, missing)
        if result is missing:
            result = func(*args, **kwargs)
            try:
                weak[key] = result
            except TypeError:  # numbers and strings can't be referred to weakly
                strong[key] = result
        return result

    return wrapper


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
