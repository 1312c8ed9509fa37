"""Three context managers: a timer, a database transaction and a temporary attribute."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Timer:
    """Measures how long a `with` block takes, and prints it.

    After the block, `duration` is the number of seconds that it took, also if it raised.
    """

    duration: float

    def __enter__(self) -> Self:
        self._start = time.perf_counter()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        self.duration = time.perf_counter() - self._start
        print(f"Operation took {self.duration:.4f} seconds")


@contextmanager
def database_transaction(db_path: str) -> Iterator[sqlite3.Connection]:
    """Opens the SQLite file `db_path` for a block whose changes are saved wholly or not at all.

    The block gets the connection, which is closed on every way out.
    """
    conn = sqlite3.connect(db_path)
    try:
        # sqlite3 itself begins a transaction before INSERT, UPDATE and their like only,
        # so that a CREATE TABLE in front of them would be saved whatever happens next.
        conn.execute("BEGIN")
        yield conn
        conn.commit()
    except BaseException:
        conn.rollback()
        raise
    finally:
        conn.close()


@contextmanager
def temporary_attribute(obj: T, attr_name: str, temp_value: Any) -> Iterator[T]:
    """Gives `obj` another value of an attribute for the length of a block.

    The block gets `obj`. Afterwards `vars(obj)` holds what it held before.
    """
    # getattr would also find what the class holds, and would unwrap its static methods.
    own = vars(obj)
    was_own = attr_name in own
    old_value = own.get(attr_name)
    setattr(obj, attr_name, temp_value)
    try:
        yield obj
    finally:
        if was_own:
            setattr(obj, attr_name, old_value)
        else:
            delattr(obj, attr_name)
