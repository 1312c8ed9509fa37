"""Switching transactions off

With `isolation_level=None` and no BEGIN every statement is saved by itself. There is nothing
left to roll back when the block raises.

Fails: TestDatabaseTransaction::test_rolls_back_after_an_error,
    TestDatabaseTransaction::test_rolls_back_after_an_interrupt,
    TestDatabaseTransaction::test_nests
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path, isolation_level=None)
    try:
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()
