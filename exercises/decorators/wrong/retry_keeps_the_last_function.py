"""Keeping the function on the decorator

One `retry(...)` put on two functions is one object: its attribute is the function that came last, and both
decorated functions call that one. Keep the function in a variable of the wrapper's own.

Fails: TestAllThree::test_serve_several_functions
"""

import functools
import time


class retry:
    def __init__(self, max_attempts=3, delay=1.0):
        if max_attempts < 1:
            raise ValueError(f"max_attempts must be at least 1, not {max_attempts}")
        self.max_attempts = max_attempts
        self.delay = delay

    def __call__(self, func):
        self.func = func

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, self.max_attempts + 1):
                try:
                    return self.func(*args, **kwargs)
                except Exception:
                    if attempt == self.max_attempts:
                        raise
                    time.sleep(self.delay)

        return wrapper
