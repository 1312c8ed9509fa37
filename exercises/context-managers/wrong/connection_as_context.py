"""Taking `with conn` for closing

A sqlite3 connection used in a `with` statement commits or rolls back at the end, but it stays
open. `contextlib.closing` or a `finally` closes it.

Fails: TestDatabaseTransaction::test_closes_after_success,
    TestDatabaseTransaction::test_closes_after_an_exception
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    with sqlite3.connect(db_path) as conn:
        conn.execute("BEGIN")
        yield conn
