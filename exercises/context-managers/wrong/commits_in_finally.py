"""Committing in `finally`

`finally` runs however the block was left, so a block that was interrupted halfway is committed
halfway. A commit belongs on the path of success alone.

Fails: TestDatabaseTransaction::test_rolls_back_after_an_interrupt,
    TestDatabaseTransaction::test_rolls_back_in_a_closed_generator
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("BEGIN")
        yield conn
    except Exception:
        conn.rollback()
        raise
    finally:
        try:
            conn.commit()
        finally:
            conn.close()
