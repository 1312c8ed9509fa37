"""One command at a time, where two would be in each other's way."""

import contextlib
import sys
from collections.abc import Iterator

from grader.cohort.room import Room
from grader.errors import GraderError, UsageError


@contextlib.contextmanager
def locked(room: Room, name: str, refusal: str) -> Iterator[None]:
    """Holds the lock of this name; the system lets go of it, however a command ends.

    Raises UsageError with `refusal` where another command holds it, GraderError where none can be made.
    """
    try:
        room.forks.mkdir(exist_ok=True)
        lock = open(room.forks / name, "wb")  # noqa: SIM115
    except OSError as error:
        raise GraderError(f"{room.forks} can't be written: {error.strerror}") from error
    with lock:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise UsageError(refusal) from None
        yield
