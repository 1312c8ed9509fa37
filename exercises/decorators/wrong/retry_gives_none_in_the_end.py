"""Returning None when all attempts have failed

The caller goes on with a None and the error is lost, which surfaces much later in
another place. Raise the last error.

Fails: TestRetry::test_raises_the_last_error_itself
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
                except Exception:
                    if attempt < max_attempts:
                        time.sleep(delay)
            return None

        return wrapper

    return decorate
