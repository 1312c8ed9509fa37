"""SQLite files whose connections wait for nothing, and are all known."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

from grader.scenario.files import temporary_path

_Real = sqlite3.Connection  # before `fast_sqlite` has put anything in its place
_opened: list[sqlite3.Connection] = []


class FastSQLite:
    """Knows the connections that have been opened, and has a way into a file that is none of theirs."""

    def create(self, statement: str) -> str:
        """The path of a new file, in which a statement has been executed."""
        path = temporary_path("test.db")
        self.execute(path, statement)
        return path

    def execute(self, path: str, statement: str) -> list[tuple[Any, ...]] | None:
        """The rows that a statement gives, None where it is of a kind that gives none. It runs, and is committed, on
        a connection of its own, which sees only what others have committed.
        """
        with closing(_Real(path, timeout=0, isolation_level=None)) as connection:
            _hurry(connection)
            cursor = connection.execute(statement)
            return None if cursor.description is None else cursor.fetchall()

    def still_open(self, *others: Any) -> int:
        """How many of the connections that were opened, and of `others`, can still be used: a wrapper may say that it
        is closed while the connection in it is not, and the other way round.
        """
        every = {id(one): one for one in (*_opened, *others)}
        return sum(map(_is_open, every.values()))

    def refuse_commit(self, connection: sqlite3.Connection) -> None:
        """From now on each commit on this connection raises `sqlite3.DatabaseError`: not authorized."""
        connection.set_authorizer(_deny_commit)


def fast_sqlite() -> FastSQLite:
    """Puts a class in the place of `sqlite3.Connection`, and a `sqlite3.connect` that goes with it, whose objects open
    the real file, but wait for nothing, and returns what knows them all.

    To wait until the disk has written makes a commit up to a hundred times as slow, and a journal in a file of its
    own, which is of use after a power cut only, twice as slow. To wait for a lock is in vain: here, only a connection
    that was left open can hold one. What an earlier call knows of is closed.
    """
    while _opened:
        with suppress(sqlite3.ProgrammingError):  # it belongs to another thread
            _Real.close(_opened.pop())
    for module in (sqlite3, sqlite3.dbapi2):
        module.Connection = _Connection  # type: ignore[attr-defined]
        module.connect = _connect  # type: ignore[attr-defined]
    return FastSQLite()


class _Connection(_Real):
    __slots__ = ()

    def __init__(self, database: Any, *args: Any, **options: Any) -> None:
        autocommit = options.pop("autocommit", None)
        if not args:
            options.setdefault("timeout", 0.0)
        _Real.__init__(self, database, *args, **options)
        _hurry(self)
        if autocommit is not None:
            # Only now: with autocommit=False a transaction begins, in which a PRAGMA is refused.
            _Real.autocommit.__set__(self, autocommit)  # type: ignore[attr-defined,unused-ignore]
        _opened.append(self)


def _connect(database: Any, *args: Any, factory: Callable[..., Any] = _Connection, **options: Any) -> Any:
    return factory(database, *args, **options)


def _hurry(connection: sqlite3.Connection) -> None:
    cursor = _Real.cursor(connection)  # whatever a class of somebody's own makes of cursors
    cursor.execute("PRAGMA synchronous = OFF")
    cursor.execute("PRAGMA journal_mode = MEMORY")


def _is_open(connection: Any) -> bool:
    if issubclass(type(connection), _Real):
        with suppress(sqlite3.ProgrammingError):  # which is how this attribute says that the connection is closed
            _Real.total_changes.__get__(connection)
            return True
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def _deny_commit(action: int, operation: str | None, *rest: Any) -> int:
    return sqlite3.SQLITE_DENY if operation in ("COMMIT", "RELEASE") else sqlite3.SQLITE_OK
