"""Remembering the old value in one shared place

A nested block on the same attribute overwrites what the outer one remembered, so the outer one
restores the wrong value. Each block keeps its own.

Fails: TestTemporaryAttribute::test_nests
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


_old_values = {}


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    key = id(obj), attr_name
    if attr_name in vars(obj):
        _old_values[key] = vars(obj)[attr_name]
    else:
        _old_values.pop(key, None)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if key in _old_values:
            setattr(obj, attr_name, _old_values[key])
        else:
            delattr(obj, attr_name)
