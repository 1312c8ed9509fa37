"""Copying the name and forgetting the docstring

A function carries more than its name: without the docstring `help()` shows nothing of
what it does. `functools.wraps` copies all of it in one line.

Fails:
    TestTimer::test_keeps_name_and_docstring,
    TestCache::test_keeps_name_and_docstring,
    TestRetry::test_keeps_name_and_docstring
"""

import time


def timer(func):
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    wrapper.__name__ = func.__name__
    return wrapper


def cache(func):
    results = {}

    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

    wrapper.__name__ = func.__name__
    return wrapper


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        def wrapper(*args, **kwargs):
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        wrapper.__name__ = func.__name__
        return wrapper

    return decorate
