"""Raising an error of its own in the end

Code around the call catches what the function raises, and a RuntimeError in its place
goes past it. A bare `raise` in the last handler passes the error on as it was.

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
                except Exception as error:
                    if attempt == max_attempts:
                        raise RuntimeError(f"{max_attempts} attempts failed") from error
                    time.sleep(delay)

        return wrapper

    return decorate
