"""Answering None when the function raises

The caller can't tell the None from a result, and the cache goes on giving it even when
the function would work again. Let the exception pass, and store nothing.

Fails: TestCache::test_does_not_remember_an_exception
"""

import functools
import time


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
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            try:
                results[key] = func(*args, **kwargs)
            except Exception:
                results[key] = None
        return results[key]

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
