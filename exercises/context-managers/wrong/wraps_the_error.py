"""Raising another error instead

The caller expects the error that the block raised and may catch just that one. A bare `raise`
after the rollback passes it on as it is.

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
    except BaseException as error:
        conn.rollback()
        raise RuntimeError(f"transaction failed: {error}") from error
    finally:
        conn.close()
