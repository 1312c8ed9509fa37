"""Taking sys.exit(0) for success

`sys.exit(0)` leaves the block by an exception like any other, before its end was reached. What
the status says about the program says nothing about the transaction.

Fails: TestDatabaseTransaction::test_rolls_back_after_an_interrupt
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
        if isinstance(error, SystemExit) and (not error.code):
            conn.commit()
        else:
            conn.rollback()
        raise
    finally:
        conn.close()
