"""Starting a timer at its first use only

A timer that keeps its first start measures from there whenever it is used again. Each
`__enter__` has to begin anew.

Fails: TestTimer::test_can_be_used_again
"""

import time


class Timer:
    _start = None

    def __enter__(self):
        if self._start is None:
            self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
