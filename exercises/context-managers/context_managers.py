"""Three context managers: a timer, a database transaction and a temporary attribute."""

import sqlite3
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Timer:
    """Measures how long a `with` block takes, and prints it.

    After the block, `duration` is the number of seconds that it took, also if it raised.
    """

    duration: float

    def __enter__(self) -> Self:
        raise NotImplementedError

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        raise NotImplementedError


def database_transaction(db_path: str) -> AbstractContextManager[sqlite3.Connection]:
    """Opens the SQLite file `db_path` for a block whose changes are saved wholly or not at all.

    The block gets the connection, which is closed on every way out.
    """
    raise NotImplementedError


def temporary_attribute(obj: T, attr_name: str, temp_value: Any) -> AbstractContextManager[T]:
    """Gives `obj` another value of an attribute for the length of a block.

    The block gets `obj`. Afterwards `vars(obj)` holds what it held before.
    """
    raise NotImplementedError
