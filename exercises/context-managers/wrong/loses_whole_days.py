"""Counting seconds within the day only

A block may take longer than a day, and `% 86400` throws the days away. Seconds are a number like any other: subtract,
and nothing else.

Fails: TestTimer::test_never_tires
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = (time.perf_counter() - self._start) % 86400
        print(f"Operation took {self.duration:.4f} seconds")
