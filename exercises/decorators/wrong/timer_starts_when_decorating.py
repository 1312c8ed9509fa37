"""Starting the clock when the function is decorated

The body of a decorator runs once, where the function is defined, and what belongs to a
call has to happen in the wrapper. Read the starting time there.

Fails: TestTimer::test_prints_a_line_for_each_call
"""

import functools
import time


def timer(func):
    start = time.perf_counter()

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    return wrapper
