"""Doubling the delay

Waiting longer after each failure is a good habit towards a busy server, but it is not
what was asked for here. The delay is the same between all attempts.

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
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay * 2 ** (attempt - 1))

        return wrapper

    return decorate
