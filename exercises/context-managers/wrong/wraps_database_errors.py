"""Raising an error of your own for what SQLite says

The caller who wants to know of a constraint that failed catches `sqlite3.IntegrityError`, and gets
something else. Roll back and let the error pass as it is.

Fails: TestDatabaseTransaction::test_passes_the_same_exception_on
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("BEGIN")
        yield conn
        conn.commit()
    except sqlite3.Error as error:
        conn.rollback()
        raise RuntimeError(f"transaction failed: {error}") from error
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()
