"""Rolling back and saying nothing

After the rollback nothing of the block is left, and the caller has to learn that. Without
`raise` the program goes on as if everything had been saved.

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
    except BaseException:
        conn.rollback()
    finally:
        conn.close()
