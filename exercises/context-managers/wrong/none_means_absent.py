"""Taking None for absent

With None as the default of `getattr`, an attribute that is None looks like one that isn't
there, and is deleted afterwards. Ask whether the name is there instead of looking at the value.

Fails: TestTemporaryAttribute::test_restores_values
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
        if old_value is not None:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
