"""Taking the time of successful blocks only

`__exit__` is called after an error as well, and there the time is often the most interesting.
Only what depends on success may be left out then.

Fails: TestTimer::test_measures_a_block_that_raises, TestTimer::test_prints_the_time
"""

import time


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        if exc_type is not None:
            return
        self.duration = time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")
