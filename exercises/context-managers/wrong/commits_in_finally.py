"""Committing in `finally`

`finally` runs however the block was left, so a block that was interrupted halfway is committed
halfway. A commit belongs on the path of success alone.

Fails: TestDatabaseTransaction::test_rolls_back_after_an_interrupt,
    TestDatabaseTransaction::test_rolls_back_in_a_closed_generator
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
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("BEGIN")
        yield conn
    except Exception:
        conn.rollback()
        raise
    finally:
        try:
            conn.commit()
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
