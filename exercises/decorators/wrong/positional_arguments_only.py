"""A wrapper without keyword arguments

A wrapper that takes `*args` alone raises TypeError as soon as somebody names an
argument. Take `*args, **kwargs`, and hand on both.

Fails:
    TestTimer::test_hands_on_arguments_and_result,
    TestCache::test_keyword_arguments_count,
    TestRetry::test_hands_on_the_arguments
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args):
        start = time.perf_counter()
        try:
            return func(*args)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    return wrapper


def cache(func):
    results = {}

    @functools.wraps(func)
    def wrapper(*args):
        key = args
        if key not in results:
            results[key] = func(*args)
        return results[key]

    return wrapper


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args):
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
