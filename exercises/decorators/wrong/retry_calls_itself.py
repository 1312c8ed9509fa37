"""Calling itself for the next attempt

Each attempt takes another level of the call stack, and Python stops at about a thousand with
RecursionError. A loop makes any number of attempts on one level.

Fails: TestRetry::test_makes_all_of_many_attempts
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        def attempt(left, args, kwargs):
            try:
                return func(*args, **kwargs)
            except Exception:
                if left == 1:
                    raise
            time.sleep(delay)
            return attempt(left - 1, args, kwargs)

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            return attempt(max_attempts, args, kwargs)

        return wrapper

    return decorate
