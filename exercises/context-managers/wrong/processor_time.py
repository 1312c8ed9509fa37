"""Measuring the processor's time

`time.process_time` counts the time that the processor spent on this program, so a block that
waits for a file, a network or a sleep seems to take no time at all.

Fails: TestTimer::test_measures_the_block, TestTimer::test_can_be_used_again,
    TestTimer::test_nests
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.process_time()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.process_time() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
