"""Keeping the start on the class

An attribute of the class is shared by all timers, so an inner block overwrites the start of the
outer one. What belongs to one timer is stored on `self`.

Fails: TestTimer::test_nests
"""

import time


class Timer:
    def __enter__(self):
        Timer._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.perf_counter() - Timer._start
        print(f"Operation took {self.duration:.4f} seconds")
