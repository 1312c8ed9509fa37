"""Not retrying what looks like a programming error

The brief makes no exception for some exceptions: an attempt fails if it raises any
`Exception`, a TypeError too. Let `except Exception` be the only clause.

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
            for attempt in range(1, max_attempts + 1):
                try:
                    return func(*args, **kwargs)
                except (TypeError, AttributeError, NameError, LookupError):
                    raise
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
