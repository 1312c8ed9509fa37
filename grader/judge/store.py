"""What a judge computes once and keeps in the user's cache: recordings of other seeds, and marks of suites that hold.

An entry is found by its key, has a digest of its own, and is moved into place whole: one that is damaged, foreign or
half written counts as missing and is made anew. What is used least goes first where there are too many. Without a
place to keep anything in, or with one that others may write to, entries live as long as the judge.
"""

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
import time
from pathlib import Path

MOST_ENTRIES = 256
MOST_BYTES = 64 << 20
LARGEST_ENTRY = 16 << 20  # bytes; a larger one is kept in memory alone
ABANDONED_SECONDS = 3600.0  # after which a file that nobody has moved into place is nobody's any more
_SUFFIX = ".entry"
_DIGEST = hashlib.sha256().digest_size


def cache() -> Path | None:
    """The grader's folder in the user's cache; None for somebody without a home."""
    named = os.environ.get("XDG_CACHE_HOME" if os.name == "posix" else "LOCALAPPDATA", "")
    if os.path.isabs(named):
        return Path(named) / "grader"
    with contextlib.suppress(RuntimeError):
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "grader"
    return None


class Store:
    """Bytes by key. Nothing here is an error: what can't be kept is computed again."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is made when something is kept, with the folders above it; None is for memory alone."""
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was put under `key`; None if it is not there, or not whole."""
        name = _name(key)
        if name not in self._memory and self._folder is not None and _is_ours(self._folder):
            found = _read(self._folder / name, key)
            if found is None:
                return None
            self._memory[name] = found
        return self._memory.get(name)

    def put(self, key: str, data: bytes) -> None:
        """Keeps `data` under `key`, in the place of what was there."""
        self._memory[_name(key)] = data
        if self._folder is None or len(data) > LARGEST_ENTRY:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(self._folder):
                _write(self._folder / _name(key), _sealed(key, data))
                _throw_out(self._folder)


def _name(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()[:40] + _SUFFIX


def _sealed(key: str, data: bytes) -> bytes:
    """`data` behind a digest of it and its key."""
    return hashlib.sha256(f"{len(key)} {key}".encode("utf-8", "backslashreplace") + data).digest() + data


def _is_ours(folder: Path) -> bool:
    """Whether `folder` and the one that it lies in are this user's, and no links; nobody else may write to it."""
    try:
        found = folder.lstat()
        above = folder.parent.lstat()
    except OSError:
        return False
    if not (stat.S_ISDIR(found.st_mode) and stat.S_ISDIR(above.st_mode)):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == above.st_uid == os.geteuid() and not found.st_mode & 0o022


def _read(path: Path, key: str) -> bytes | None:
    """The entry in `path`, read through no link; its time becomes that of its last use."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():
        return None
    try:
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            content = file.read(LARGEST_ENTRY + _DIGEST + 1)
        data = content[_DIGEST:]
        if _sealed(key, data) != content:
            return None
        os.utime(path, follow_symlinks=os.utime not in os.supports_follow_symlinks)
    except OSError:
        return None
    return data


def _write(path: Path, content: bytes) -> None:
    """Moves `content` into place. No wait for the disk: what is lost with the power fails its digest."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix="new-")
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _throw_out(folder: Path) -> None:
    """Removes what is too much, the longest unused first, and what other commands have left unfinished."""
    entries: list[tuple[float, int, str]] = []
    with os.scandir(folder) as listing:
        for one in listing:
            with contextlib.suppress(OSError):  # another command was faster
                found = one.stat(follow_symlinks=False)
                if one.name.endswith(_SUFFIX):
                    entries.append((found.st_mtime, found.st_size, one.path))
                elif one.name.startswith("new-") and time.time() - found.st_mtime > ABANDONED_SECONDS:
                    os.unlink(one.path)
    size = 0
    for number, (_, more, path) in enumerate(sorted(entries, reverse=True), 1):
        size += more
        if number > MOST_ENTRIES or size > MOST_BYTES:
            with contextlib.suppress(OSError):
                os.unlink(path)
