"""Rolling back and saying nothing

After the rollback nothing of the block is left, and the caller has to learn that. Without
`raise` the program goes on as if everything had been saved.

Fails: TestDatabaseTransaction::test_passes_the_same_exception_on
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
