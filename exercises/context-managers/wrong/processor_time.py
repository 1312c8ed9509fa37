"""Measuring the processor's time

`time.process_time` counts the time that the processor spent on this program, so a block that
waits for a file, a network or a sleep seems to take no time at all.

Fails: TestTimer::test_measures_the_block, TestTimer::test_can_be_used_again,
    TestTimer::test_nests
"""

import sqlite3
import time
from contextlib import contextmanager


class Timer:
    def __enter__(self):
        self._start = time.process_time()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.process_time() - self._start
        print(f"Operation took {self.duration:.4f} seconds")


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("BEGIN")
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    was_own = attr_name in vars(obj)
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
