"""Leaving the beginning to sqlite3

By default sqlite3 begins a transaction before INSERT, UPDATE, DELETE and REPLACE only. A CREATE
TABLE in front of them is saved at once, and no rollback takes it back.

Fails: TestDatabaseTransaction::test_undoes_new_tables
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    try:
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()
