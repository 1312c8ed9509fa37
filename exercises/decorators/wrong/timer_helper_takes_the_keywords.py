"""A helper whose parameters have the names of the caller's keywords

A timed function that has a parameter `name` or `func` of its own can't be called by keyword any more: the
helper gets two values for it. Make such parameters positional only, or call the function in the wrapper itself.

Fails: TestTimer::test_hands_on_arguments_and_result
"""

import functools
import time


def _measure(func, name, *args, **kwargs):
    start = time.perf_counter()
    try:
        return func(*args, **kwargs)
    finally:
        print(f"{name} took {time.perf_counter() - start:.4f} s")


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        return _measure(func, func.__name__, *args, **kwargs)

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
