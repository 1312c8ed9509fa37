"""Retrying only the errors of the example

A function can fail with any Exception, and all but this one pass at the first failure.
The brief asks for `except Exception`.

Fails: TestRetry::test_stops_at_the_first_success, TestRetry::test_raises_the_last_error_itself
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except ConnectionError:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
