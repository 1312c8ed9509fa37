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
