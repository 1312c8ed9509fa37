"""A fixed pause in place of the delay

The parameter is accepted and never used, so every caller waits a second whatever was
asked for. Hand `delay` to `time.sleep`.

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
                    time.sleep(1.0)

        return wrapper

    return decorate
