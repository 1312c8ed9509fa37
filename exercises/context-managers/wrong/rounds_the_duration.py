"""Rounding the duration itself

Four decimals are how the printed line shows the time; `duration` is a number to reckon with.
Format it on printing and keep all of it.

Fails: TestTimer::test_measures_the_block
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = round(time.perf_counter() - self._start, 4)
        print(f"Operation took {self.duration:.4f} seconds")
