"""Adding up the blocks of a timer

A second use begins at zero: the duration belongs to the latest block. A sum would be another
attribute with another name.

Fails: TestTimer::test_can_be_used_again
"""

import time


class Timer:
    def __init__(self):
        self.duration = 0.0

    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration += time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
