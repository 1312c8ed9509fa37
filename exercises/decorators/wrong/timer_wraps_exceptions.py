"""Raising an exception of its own in place of the function's

Code around the call catches the errors that the function documents, and would not know
this one. Decorating a function should not change what it raises.

Fails: TestTimer::test_times_a_call_that_raises
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        except BaseException as error:
            raise RuntimeError(f"{func.__name__} failed") from error
        finally:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")

    return wrapper
