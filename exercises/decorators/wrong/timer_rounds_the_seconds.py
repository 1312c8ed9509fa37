"""Rounding in place of formatting

`round(0.5, 4)` is 0.5 and prints as such, because a float has no trailing zeros to
keep. The format `:.4f` always writes four decimals.

Fails: TestTimer::test_prints_a_line_for_each_call, TestTimer::test_times_a_call_that_raises
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
            print(f"{func.__name__} took {round(time.perf_counter() - start, 4)} s")

    return wrapper
