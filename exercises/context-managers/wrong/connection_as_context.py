"""Taking `with conn` for closing

A sqlite3 connection used in a `with` statement commits or rolls back at the end, but it stays
open. `contextlib.closing` or a `finally` closes it.

Fails: TestDatabaseTransaction::test_closes_after_success,
    TestDatabaseTransaction::test_closes_after_an_exception
"""

import sqlite3
import time
from contextlib import contextmanager


class Timer:
    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.duration = time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")


@contextmanager
def database_transaction(db_path):
    with sqlite3.connect(db_path) as conn:
        conn.execute("BEGIN")
        yield conn


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
