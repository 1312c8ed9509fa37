"""Checking the parameters when the function is called

The mistake stands where the function is decorated, but shows up only when somebody
calls it, perhaps days later. Check in `retry` itself, before there is a wrapper.

Fails: TestRetry::test_refuses_to_make_no_attempt
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            if max_attempts < 1:
                raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
