"""Hiding the error by a true result of __exit__

A true result of `__exit__` tells Python that the exception has been dealt with. A timer deals
with none, so it returns None or False.

Fails: TestTimer::test_lets_the_exception_through
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
        return True
