"""Giving up after nine attempts whatever was asked for

Whoever asks for more attempts than nine gets nine. How often to try is up to the caller:
`max_attempts` has no upper limit.

Fails: TestRetry::test_makes_all_of_many_attempts
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, min(max_attempts, 9) + 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == min(max_attempts, 9):
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
