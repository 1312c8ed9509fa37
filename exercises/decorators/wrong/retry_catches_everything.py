"""Catching everything with a bare except

A bare `except` also catches KeyboardInterrupt and SystemExit, so that nobody can stop
the program while it retries. `except Exception` lets them pass.

Fails: TestRetry::test_retries_exceptions_only
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
                except:  # noqa: E722
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
