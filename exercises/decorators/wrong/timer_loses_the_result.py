"""Not returning what the function returned

The wrapper stands in for the function, and without `return` every timed function gives
None. Hand the result on to the caller.

Fails: TestTimer::test_hands_on_arguments_and_result
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    return wrapper
