"""Forgetting to return self from __enter__

What `__enter__` returns is what `as` names. Without a `return` that is None, and nobody can ask
it for the duration.

Fails: TestTimer::test_measures_the_block, TestTimer::test_nests,
    TestTimer::test_ignores_the_wall_clock
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
