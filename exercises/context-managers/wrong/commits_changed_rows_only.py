"""Committing only where rows have changed

`total_changes` counts rows, and a block that creates a table changes none. A commit with nothing to
save does no harm, so commit whenever the block reaches its end.

Fails: TestDatabaseTransaction::test_undoes_new_tables
"""

import sqlite3
from contextlib import contextmanager


@contextmanager
def database_transaction(db_path):
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("BEGIN")
        yield conn
        if conn.total_changes:
            conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()
