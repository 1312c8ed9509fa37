"""Counting the retries and not the attempts

The first call is an attempt as well, so `max_attempts=3` means three calls and not one
call and three more. Count every call of the function.

Fails:
    TestRetry::test_raises_the_last_error_itself,
    TestRetry::test_waits_between_attempts_only,
    TestRetry::test_has_defaults
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
