"""Letting KeyboardInterrupt and SystemExit through, and nothing else

GeneratorExit and the cancellation of a task are no Exception either, and mean that somebody wants the program to stop.
`except Exception` draws the line where it belongs.

Fails: TestRetry::test_retries_exceptions_only
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
                    return func(*args, **kwargs)
                except (KeyboardInterrupt, SystemExit):
                    raise
                except:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorator
