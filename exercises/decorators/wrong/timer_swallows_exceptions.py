"""Handling the exception inside the timer

The caller has to learn that the call failed, and a timer can't decide that it doesn't
matter. Let the exception pass, as `finally` does, or raise it again.

Fails: TestTimer::test_times_a_call_that_raises
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            result = func(*args, **kwargs)
        except BaseException:
            result = None
        print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")
        return result

    return wrapper
