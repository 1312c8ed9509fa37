"""Reading the clock once for the line and once for the duration

To print takes time as well, and the second reading counts it. Read the clock once, first of all, and use that
number for both.

Fails: TestTimer::test_printing_takes_no_time
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        print(f"Operation took {time.perf_counter() - self._start:.4f} seconds")
        self.duration = time.perf_counter() - self._start
