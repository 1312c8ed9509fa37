"""Sharing the attempts among all calls

A counter in the decorator lives as long as the function, so that after some failures
later calls have no attempts left. Count inside the wrapper, where each call starts
anew.

Fails: TestRetry::test_each_call_starts_anew
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        failures = 0

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            nonlocal failures
            while True:
                try:
                    return func(*args, **kwargs)
                except Exception:
                    failures += 1
                    if failures >= max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
