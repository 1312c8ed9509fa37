"""Taking the commit for safe

The commit itself can fail: the disk is full, a constraint is violated, the file is locked.
Outside the `try` its error leaves an open connection behind.

Fails: TestDatabaseTransaction::test_survives_a_failed_commit
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
    except BaseException:
        conn.rollback()
        conn.close()
        raise
    conn.commit()
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
