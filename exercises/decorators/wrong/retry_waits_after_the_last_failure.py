"""Waiting after every failure

The last failure is final, so a wait after it only delays the error. Sleep between
attempts, not after them.

Fails: TestRetry::test_waits_between_attempts_only
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
                    time.sleep(delay)
                    if attempt == max_attempts:
                        raise

        return wrapper

    return decorate
