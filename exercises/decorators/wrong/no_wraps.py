"""Leaving out functools.wraps

Without it the decorated function is called `wrapper` and has no docstring, so `help()`,
tracebacks and logs name the wrong function. Put `@functools.wraps(func)` above every
wrapper.

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

    return wrapper


def cache(func):
    results = {}

    def wrapper(*args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in results:
            results[key] = func(*args, **kwargs)
        return results[key]

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

        return wrapper

    return decorate
