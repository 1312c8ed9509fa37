"""Pasting the path into a URI

In a URI `?`, `#` and `%` have a meaning, so that a file whose name has one of them is another file. Hand the path to
`sqlite3.connect` as it is.

Fails: TestDatabaseTransaction::test_takes_any_path
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(f"file:{db_path}", uri=True)
    try:
        conn.execute("BEGIN")
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()
