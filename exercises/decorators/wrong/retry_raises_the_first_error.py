"""Raising the first error in the end

The last error tells how things stand now, the first one how they stood some attempts
ago. Raise what the last attempt raised.

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
            first = None
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except Exception as error:
                    first = first or error
                    if attempt < max_attempts:
                        time.sleep(delay)
            raise first

        return wrapper

    return decorate
