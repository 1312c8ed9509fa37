"""Taking the commit for safe

The commit itself can fail: the disk is full, a constraint is violated, the file is locked.
Outside the `try` its error leaves an open connection behind.

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
        conn.close()
        raise
    conn.commit()
    conn.close()
