"""Checking a parameter with assert

An assert raises AssertionError, and under `python -O` it is not even there. For a wrong
value of an argument Python has ValueError.

Fails: TestRetry::test_refuses_to_make_no_attempt
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    assert max_attempts >= 1, "max_attempts must be at least 1"

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
