"""Taking every TypeError for an argument that can't be hashed

A TypeError that the function itself raises is caught as well, and the function is called a second time behind
the caller's back. Keep the call out of the `try`, which is there for the look into the dictionary.

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
            elapsed = time.perf_counter() - start
            print(f"{func.__name__} took {elapsed:.4f} s")

    return wrapper


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        try:
            if key not in results:
                results[key] = func(*args, **kwargs)
            return results[key]
        except TypeError:
            # unhashable arguments cannot be remembered
            pass
        return func(*args, **kwargs)

    return wrapper


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorator(func):
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

    return decorator
