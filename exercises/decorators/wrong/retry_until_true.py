"""Retrying until the result is true

None, 0 and "" may be just what the function has to say; only an exception is a failure.
Return at once whatever comes back.

Fails: TestRetry::test_stops_at_the_first_success
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            result = None
            for attempt in range(1, max_attempts + 1):
                try:
                    result = func(*args, **kwargs)
                    if result:
                        break
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)
            return result

        return wrapper

    return decorate
