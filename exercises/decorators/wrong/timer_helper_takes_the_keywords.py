"""A helper whose parameters have the names of the caller's keywords

A timed function that has a parameter `name` or `func` of its own can't be called by keyword any more: the
helper gets two values for it. Make such parameters positional only, or call the function in the wrapper itself.

Fails: TestTimer::test_hands_on_arguments_and_result
"""

import functools
import time


def _measure(func, name, *args, **kwargs):
    start = time.perf_counter()
    try:
        return func(*args, **kwargs)
    finally:
        print(f"{name} took {time.perf_counter() - start:.4f} s")


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        return _measure(func, func.__name__, *args, **kwargs)

    return wrapper
