"""Refusing negative numbers and letting zero pass

Zero is not negative and still no number of attempts: the function would never be
called. The smallest sensible value is 1, so refuse everything below it.

Fails: TestRetry::test_refuses_to_make_no_attempt
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 0:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

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
