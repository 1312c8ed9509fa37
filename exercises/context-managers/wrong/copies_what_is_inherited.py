"""Putting an inherited value on the object itself

`hasattr` and `getattr` also find what the class holds. Written back with `setattr` it becomes
the object's own and hides every later change of the class.

Fails: TestTemporaryAttribute::test_instance_inherits_again,
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


_absent = object()


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    old_value = getattr(obj, attr_name, _absent)
    if isinstance(obj, type) and isinstance(vars(obj).get(attr_name), (staticmethod, classmethod)):
        old_value = vars(obj)[attr_name]
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if old_value is _absent:
            delattr(obj, attr_name)
        else:
            setattr(obj, attr_name, old_value)
