"""Closing without a commit

Closing a connection drops what has not been committed, without a word. Changes last only after
`commit()`.

Fails: TestDatabaseTransaction::test_commits, TestDatabaseTransaction::test_nests
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
    finally:
        conn.close()
