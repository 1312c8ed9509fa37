"""Registers what has to be undone on an ExitStack, at the moment when it becomes necessary."""

import sqlite3
import time
from contextlib import ExitStack, contextmanager


class Timer:
    def __enter__(self):
        self._stack = ExitStack()
        self._stack.callback(self._stop, time.monotonic())
        return self

    def __exit__(self, *exc_info):
        return self._stack.__exit__(*exc_info)

    def _stop(self, started):
        self.duration = time.monotonic() - started
        print(f"Operation took {self.duration:.4f} seconds")


@contextmanager
def database_transaction(db_path):
    with ExitStack() as stack:
        conn = sqlite3.connect(db_path, isolation_level=None)
        # Closing undoes whatever has not been committed by then.
        stack.callback(conn.close)
        conn.execute("BEGIN IMMEDIATE")
        yield conn
        conn.execute("COMMIT")


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    with ExitStack() as stack:
        try:
            stack.callback(setattr, obj, attr_name, vars(obj)[attr_name])
        except KeyError:
            stack.callback(delattr, obj, attr_name)
        setattr(obj, attr_name, temp_value)
        yield obj
