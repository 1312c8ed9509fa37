"""Leaving None where nothing was

An attribute that is None is not the same as no attribute: `hasattr`, `vars` and every reader
can tell. What was absent is removed with `delattr`.

Fails: TestTemporaryAttribute::test_removes_what_was_absent,
    TestTemporaryAttribute::test_instance_inherits_again,
    TestTemporaryAttribute::test_class_inherits_again
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
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    old_value = vars(obj).get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        setattr(obj, attr_name, old_value)
