"""Taking every other way out for success

KeyboardInterrupt, SystemExit and GeneratorExit are no subclasses of Exception, yet the block is
just as unfinished. Any exception at all means that it must be undone.

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


class database_transaction:
    def __init__(self, db_path):
        self.db_path = db_path

    def __enter__(self):
        self.conn = sqlite3.connect(self.db_path)
        self.conn.execute("BEGIN")
        return self.conn

    def __exit__(self, exc_type, exc_val, exc_tb):
        try:
            if exc_type is not None and issubclass(exc_type, Exception):
                self.conn.rollback()
            else:
                self.conn.commit()
        finally:
            self.conn.close()


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
