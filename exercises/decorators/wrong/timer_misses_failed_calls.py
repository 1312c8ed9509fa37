"""Printing the time only when the call succeeds

An exception leaves the wrapper before it reaches the print, and it is the failed call
whose time one wants to know. A `finally` block runs on every way out.

Fails: TestTimer::test_times_a_call_that_raises
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = func(*args, **kwargs)
        end = time.perf_counter()
        print(f"{func.__name__} took {end - start:.4f} s")
        return result

    return wrapper
