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
