"""Restoring only what is still the temporary value

The block may assign to the attribute itself, and still it is as before afterwards. Put the old
value back without asking what is there now.

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
    own = vars(obj)
    was_own = attr_name in own
    old_value = own.get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if getattr(obj, attr_name) != temp_value:
            pass
        elif was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
