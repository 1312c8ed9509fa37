"""Keeping one connection for all blocks

A connection in a global variable belongs to whichever block came first, so a nested block
writes into the wrong file and closes what others still use. Each block opens its own.

Fails: TestDatabaseTransaction::test_nests
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


_connections = []


@contextmanager
def database_transaction(db_path):
    if not _connections:
        _connections.append(sqlite3.connect(db_path))
    conn = _connections[0]
    if not conn.in_transaction:
        conn.execute("BEGIN")
    try:
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        _connections.clear()
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
