"""Trusting that the block succeeds

An error in the block comes out at the `yield`, so the lines after it never run: no rollback,
and the connection stays open. They need a `try` around the `yield`.

Fails: TestDatabaseTransaction::test_closes_after_an_exception
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    conn.execute("BEGIN")
    yield conn
    conn.commit()
    conn.close()
