"""Measuring on the wall clock

`time.time` tells what time it is, and that can be set while the block runs: the difference is
then wrong or even negative. `time.perf_counter` only ever moves forward.

Fails: TestTimer::test_ignores_the_wall_clock
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.time()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.time() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
