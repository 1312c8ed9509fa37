"""Closing for subclasses of Exception only

`except Exception` doesn't see KeyboardInterrupt, SystemExit or GeneratorExit, so the connection
stays open after them. Closing belongs into a `finally`.

Fails: TestDatabaseTransaction::test_closes_after_an_exception
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    conn.execute("BEGIN")
    try:
        yield conn
        conn.commit()
    except Exception:
        conn.rollback()
        conn.close()
        raise
    conn.close()
