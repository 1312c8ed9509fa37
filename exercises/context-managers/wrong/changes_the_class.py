"""Changing the class instead of the object

An attribute set on `type(obj)` changes for all instances at once, and an instance that has its
own value doesn't see it. Set it on the object that was asked for.

Fails: TestTemporaryAttribute::test_changes_the_object,
    TestTemporaryAttribute::test_restores_values
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
    target = obj if isinstance(obj, type) else type(obj)
    was_own = attr_name in vars(target)
    old_value = vars(target).get(attr_name)
    setattr(target, attr_name, temp_value)
    try:
        yield obj
    finally:
        if was_own:
            setattr(target, attr_name, old_value)
        else:
            delattr(target, attr_name)
