"""One starting time for all calls

When the function calls itself, the inner call overwrites the start of the outer one,
which then seems shorter than it was. What belongs to one call goes into a local
variable of the wrapper.

Fails: TestTimer::test_times_calls_within_calls
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        wrapper.start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - wrapper.start:.4f} s")

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
