"""Correcting zero attempts silently

Whoever asks for zero or fewer attempts has made a mistake, and hears of it only if
somebody says so. Raise ValueError when decorating.

Fails: TestRetry::test_refuses_to_make_no_attempt
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    max_attempts = max(1, max_attempts)

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
