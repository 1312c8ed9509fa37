"""Adding the calls up

A total grows with every call and says nothing about the call at hand. Each line is
about one call: the clock at its end minus the clock at its start.

Fails: TestTimer::test_prints_a_line_for_each_call
"""

import functools
import time


def timer(func):
    total = 0.0

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        nonlocal total
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            total += time.perf_counter() - start
            print(f"{func.__name__} took {total:.4f} s")

    return wrapper


def cache(func):
    results = {}

    @functools.wraps(func)
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
