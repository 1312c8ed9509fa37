"""Taking an exception that is returned for one that is raised

A function may return an exception like any other object, and a collector of errors does. An attempt fails only
if it raises.

Fails: TestRetry::test_stops_at_the_first_success
"""

import functools
import time


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")

    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, max_attempts + 1):
                try:
                    result = func(*args, **kwargs)
                    if isinstance(result, Exception):
                        raise result
                    return result
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorator
