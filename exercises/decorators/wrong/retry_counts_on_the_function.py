"""Counting the attempts on the function

There is one such attribute, and a call within a call begins to count in it anew, so
that the outer one loses count. A local variable of the wrapper belongs to one call.

Fails: TestRetry::test_each_call_starts_anew
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            wrapper.attempts = 0
            while True:
                wrapper.attempts += 1
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if wrapper.attempts >= max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
