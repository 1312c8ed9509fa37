"""Files written whole or not at all, and attempts read once."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from grader.errors import GraderError, UsageError

MAX_ATTEMPT = 256 * 1024  # bytes


def write_bytes(path: Path, data: bytes) -> None:
    """Writes `data` to a temporary name beside `path` and moves it into place.

    Raises GraderError, with nothing changed, if the folder or the disk refuses.
    """
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise


def write_text(path: Path, text: str) -> None:
    """`write_bytes` for text, in UTF-8."""
    write_bytes(path, text.encode())


def _unwritable(path: Path, error: OSError) -> GraderError:
    return GraderError(f"{path} can't be written: {error.strerror}; nothing was changed")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_attempt(path: Path) -> bytes:
    """The bytes of an attempt, read once and through no link.

    Raises UsageError if it is missing, a link, not a regular file, empty, not text in UTF-8, or
    larger than an attempt can be.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():
        raise UsageError(f"{path} is a link; an attempt has to be a file of its own")
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}") from error
    kind = os.fstat(descriptor)
    if not stat.S_ISREG(kind.st_mode):
        os.close(descriptor)
        raise UsageError(f"{path} is not a regular file, so it can't be an attempt")
    with open(descriptor, "rb") as file:
        if kind.st_size > MAX_ATTEMPT:
            raise UsageError(f"{path} has {kind.st_size:,} bytes; an attempt has at most {MAX_ATTEMPT:,}")
        data = file.read(MAX_ATTEMPT + 1)
    return _checked(path, data)


def _checked(path: Path, data: bytes) -> bytes:
    if not data.strip():
        raise UsageError(f"{path} is empty: write your attempt into it, or get the stub back with grader reset")
    if b"\0" in data:
        raise UsageError(f"{path} is not a text file: it holds NUL bytes")
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path} is not UTF-8 (line {line}): save it in that encoding") from error
    return data
