"""Accepting zero attempts

With no attempt the function is never called, and the caller gets a None that nobody
returned. Refuse what makes no sense where it is written: ValueError when decorating.

Fails: TestRetry::test_refuses_to_make_no_attempt
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
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
