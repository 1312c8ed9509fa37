"""Taking sys.exit(0) for success

`sys.exit(0)` leaves the block by an exception like any other, before its end was reached. What
the status says about the program says nothing about the transaction.

Fails: TestDatabaseTransaction::test_rolls_back_after_an_interrupt
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
    except BaseException as error:
        if isinstance(error, SystemExit) and (not error.code):
            conn.commit()
        else:
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
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
