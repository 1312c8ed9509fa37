"""Taking `except Exception` for every way out

KeyboardInterrupt and SystemExit are no Exceptions, so a call that they end is not
timed. `finally` needs no list of what can happen.

Fails: TestTimer::test_times_a_call_that_raises
"""

import functools
import time


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            result = func(*args, **kwargs)
        except Exception:
            print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")
            raise
        print(f"{func.__name__} took {time.perf_counter() - start:.4f} s")
        return result

    return wrapper
