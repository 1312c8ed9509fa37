"""Where a judge's scratch folders lie: a folder that is in use while a process holds its lock.

A command that is killed removes nothing. Its lock goes with it, so the next command can tell what it left behind from
what is in use, and removes that. Windows has no such locks: what is left there stays with the other temporary files.
"""

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from grader.judge.keeper.folders import IN_MEMORY, home, remove

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_PREFIX = "grader-"
_OWNER = "owner"  # the file with the lock; a folder without it is being made, or somebody else's
_MAKING = "owner.new"
_MAKING_SECONDS = 60.0  # after which nobody makes it any more


class Place:
    """A new folder for one judge's scratch folders."""

    def __init__(self) -> None:
        """Raises OSError if there is no room for it."""
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, dir=home(), ignore_cleanup_errors=True)
        self.name = self._folder.name
        os.chmod(self.name, 0o711)  # a child may be another user
        self._lock = _taken(Path(self.name))

    @property
    def lock(self) -> tuple[int, ...]:
        """The descriptors that a judge has to inherit, so that the folder is in use for as long as it lives."""
        return () if self._lock is None else (self._lock,)

    def cleanup(self) -> None:
        """Removes the folder with all that is in it; a second time does nothing."""
        remove(Path(self.name))
        self._folder.cleanup()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _taken(folder: Path) -> int | None:
    """Takes the lock of a new folder, and returns the descriptor that holds it; None where there are no locks.

    Its file has another name until it is locked, so nobody comes upon one that is not.
    """
    if fcntl is None:
        return None
    lock = os.open(folder / _MAKING, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.rename(folder / _MAKING, folder / _OWNER)
    except OSError:  # a file system without locks: nobody may take the folder for left behind
        os.close(lock)
        return None
    return lock


def sweep() -> None:
    """Removes what killed commands of this user left behind. Nothing that is in use, and nothing through a link."""
    if fcntl is None:
        return
    for parent in {IN_MEMORY, Path(tempfile.gettempdir())}:
        for folder in _ours(parent):
            with contextlib.suppress(OSError):  # in use, or gone meanwhile
                _sweep(folder)


def _ours(parent: Path) -> list[Path]:
    """What may be a judge's folder in `parent`, of this user."""
    try:
        with os.scandir(parent) as entries:
            return [Path(entry.path) for entry in entries if entry.name.startswith(_PREFIX) and _is_own_folder(entry)]
    except OSError:
        return []


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_uid == os.geteuid()
    except OSError:
        return False


def _sweep(folder: Path) -> None:
    """Removes `folder` if its lock can be had. Raises OSError if not."""
    with _opened(folder, os.O_RDONLY | os.O_DIRECTORY) as here:
        if os.fstat(here).st_uid != os.geteuid():
            return
        try:
            # Neither a link nor a pipe, which would be waited for.
            with _opened(_OWNER, os.O_RDWR | os.O_NONBLOCK, here) as lock:
                if stat.S_ISREG(os.fstat(lock).st_mode):
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    remove(folder)
        except FileNotFoundError:
            if time.time() - os.fstat(here).st_mtime > _MAKING_SECONDS:
                _unmake(folder, here)


def _unmake(folder: Path, here: int) -> None:
    """Removes a folder whose making was interrupted, and none in which anything else lies."""
    with contextlib.suppress(FileNotFoundError), _opened(_MAKING, os.O_RDWR | os.O_NONBLOCK, here) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(_MAKING, dir_fd=here)
    folder.rmdir()


@contextlib.contextmanager
def _opened(path: str | Path, flags: int, within: int | None = None) -> Iterator[int]:
    fd = os.open(path, flags | os.O_NOFOLLOW, dir_fd=within)
    try:
        yield fd
    finally:
        os.close(fd)
