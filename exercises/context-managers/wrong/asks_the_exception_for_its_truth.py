"""Asking the exception whether it is true

`if exc_val` asks an object for its truth, and an exception may be false. Whether there was one says `exc_type is None`.

Fails: TestDatabaseTransaction::test_rolls_back_after_a_false_exception
"""

import sqlite3


class database_transaction:
    def __init__(self, db_path):
        self._db_path = db_path

    def __enter__(self):
        self._conn = sqlite3.connect(self._db_path)
        self._conn.execute("BEGIN")
        return self._conn

    def __exit__(self, exc_type, exc_val, exc_tb):
        try:
            if exc_val:
                self._conn.rollback()
            else:
                self._conn.commit()
        finally:
            self._conn.close()
