"""Printing `__qualname__` in the place of `__name__`

The qualified name also says where the function was made, as in `make.<locals>.load`. The line
begins with `func.__name__`.

Fails: TestTimer::test_prints_a_line_for_each_call
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
            print(f"{func.__qualname__} took {time.perf_counter() - start:.4f} s")

    return wrapper
