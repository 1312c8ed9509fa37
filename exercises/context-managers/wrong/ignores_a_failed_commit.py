"""Ignoring that the commit failed

If the commit fails, nothing has been saved, and the caller would never learn of it. Its error
has to go on like any other.

Fails: TestDatabaseTransaction::test_survives_a_failed_commit
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("BEGIN")
        yield conn
    except BaseException:
        conn.rollback()
        raise
    else:
        try:
            conn.commit()
        except sqlite3.Error:
            conn.rollback()
    finally:
        conn.close()
