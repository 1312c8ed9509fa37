"""Handing the number of the attempt on in a keyword argument

The wrapper then keeps `attempt` for itself, and a function with a parameter of that name never
receives it. Count in a loop, or in a helper within the wrapper.

Fails: TestRetry::test_hands_on_the_arguments
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, attempt=1, **kwargs):
            try:
                return func(*args, **kwargs)
            except Exception:
                if attempt == max_attempts:
                    raise
            time.sleep(delay)
            return wrapper(*args, attempt=attempt + 1, **kwargs)

        return wrapper

    return decorate
