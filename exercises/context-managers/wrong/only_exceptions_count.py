"""Taking every other way out for success

KeyboardInterrupt, SystemExit and GeneratorExit are no subclasses of Exception, yet the block is
just as unfinished. Any exception at all means that it must be undone.

Fails: TestDatabaseTransaction::test_rolls_back_after_an_interrupt,
    TestDatabaseTransaction::test_rolls_back_in_a_closed_generator
"""

import sqlite3


class database_transaction:
    def __init__(self, db_path):
        self.db_path = db_path

    def __enter__(self):
        self.conn = sqlite3.connect(self.db_path)
        self.conn.execute("BEGIN")
        return self.conn

    def __exit__(self, exc_type, exc_val, exc_tb):
        try:
            if exc_type is not None and issubclass(exc_type, Exception):
                self.conn.rollback()
            else:
                self.conn.commit()
        finally:
            self.conn.close()
