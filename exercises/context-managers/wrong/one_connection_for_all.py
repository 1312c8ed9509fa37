"""Keeping one connection for all blocks

A connection in a global variable belongs to whichever block came first, so a nested block
writes into the wrong file and closes what others still use. Each block opens its own.

Fails: TestDatabaseTransaction::test_nests
"""

import sqlite3
from contextlib import contextmanager

_connections = []


@contextmanager
def database_transaction(db_path):
    if not _connections:
        _connections.append(sqlite3.connect(db_path))
    conn = _connections[0]
    if not conn.in_transaction:
        conn.execute("BEGIN")
    try:
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        _connections.clear()
        conn.close()
