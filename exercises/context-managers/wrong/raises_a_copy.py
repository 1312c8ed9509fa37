"""Raising a copy of the error

A new exception with the same words has lost the traceback of the old one, and whatever else it
carried. A bare `raise` passes the old one on.

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
        raise type(error)(*error.args) from None
    finally:
        conn.close()
