"""Scratch folders: measured while an attempt writes into them, and removed whatever it made of them."""

import contextlib
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

MOST_ENTRIES = 2_000  # files and folders in one scratch folder
MOST_LOOKS = 50  # at a scratch folder in which a folder is never where it has just been
OTHERS = 32 << 20  # bytes that somebody else may take meanwhile, before a child is stopped to see whose they are
AT_WORK = 2  # children whose files are in sight
LOUDER = 3  # times as much is allowed when it was somebody else
IN_MEMORY = Path("/dev/shm")
ENOUGH = 256 << 20  # bytes free, several times what all scratch folders of a judge may hold


def home() -> Path | None:
    """Where a judge's scratch folders lie best; None for the usual place.

    On Linux in memory: a disk takes twice the time for an exercise about files, and a database waits for it.
    Whoever names a place by TMPDIR gets that one.
    """
    if sys.platform != "linux" or "TMPDIR" in os.environ or not os.access(IN_MEMORY, os.W_OK | os.X_OK):
        return None
    return IN_MEMORY if space(IN_MEMORY) >= ENOUGH else None


def overfull(folder: Path, limit: int) -> bool:
    """Whether more than `limit` bytes or MOST_ENTRIES entries lie in `folder`, or more than can be looked at."""
    for _ in range(MOST_LOOKS):
        try:
            return _beyond(limit, map(_taken, _entries(folder)))
        except FileNotFoundError:
            if not folder.exists():
                return False
        except OSError:
            return True  # a folder that is closed to the judge, or more of them than it can hold open
    return True  # renamed before each look, as no honest attempt does


def _beyond(limit: int, sizes: Iterator[int]) -> bool:
    """Whether `sizes`, in bytes, are more than `limit` in all, or too many."""
    total = 0
    for number, size in enumerate(sizes, 1):
        total += size
        if total > limit or number > MOST_ENTRIES:
            return True
    return False


def _entries(folder: Path) -> Iterator[os.stat_result | None]:
    """What is known of each file in `folder`, however deep; None for a folder, and for a file that is gone meanwhile.

    Raises FileNotFoundError if a folder is gone, or has another name, when it is opened. Where the platform has
    descriptors of folders, one that is open stays in sight under whatever name.
    """
    by_descriptor = os.scandir in os.supports_fd
    with contextlib.ExitStack() as stack:
        waiting: list[int | str] = [_opened(stack, str(folder)) if by_descriptor else str(folder)]
        while waiting:
            with os.scandir(here := waiting.pop()) as listing:
                for entry in listing:
                    if not entry.is_dir(follow_symlinks=False):
                        yield _known(entry)
                        continue
                    waiting.append(_opened(stack, entry.name, here) if isinstance(here, int) else entry.path)
                    yield None


def _opened(stack: contextlib.ExitStack, name: str, within: int | None = None) -> int:
    """The descriptor of a folder, which `stack` closes."""
    fd = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=within)
    stack.callback(os.close, fd)
    return fd


def _known(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None  # gone between two looks, as a database's journal is


def space(folder: Path) -> int:
    """Bytes that are free where `folder` lies; where nobody can say, always the same."""
    if not hasattr(os, "statvfs"):
        return 0
    try:
        found = os.statvfs(folder)
    except OSError:
        return 0
    return found.f_bavail * found.f_frsize


class Space:
    """The space where scratch folders lie, as an attempt found it.

    A file that is deleted and still open or still mapped, or that never had a name, lies in no folder and belongs to no
    process, but it takes space. So what has gone since counts, less what can be seen.
    """

    def __init__(self, folder: Path, limit: int, keep_free: Callable[[Path, int], None] | None = None) -> None:
        """`folder` holds all scratch folders; `limit` is how many bytes may go that can't be seen.

        `keep_free` is told how much has to stay free, whatever is seen.
        """
        self._folder = folder
        self._limit = limit
        self._most = limit + OTHERS
        self._keep_free = keep_free
        self._begin()

    def _begin(self) -> None:
        self._free = space(self._folder)
        self.suspected = False  # a child was stopped for it, though it may have been somebody else's doing
        if self._keep_free is not None:
            self._keep_free(self._folder, self._free - self._most - AT_WORK * self._limit)

    @property
    def gone(self) -> bool:
        """Whether more has gone since than the files without a name may take."""
        gone = self._free - space(self._folder)
        return gone > self._most and gone - _in_sight(self._folder) > self._most

    def begin_again(self) -> None:
        """What is gone by now is not looked at any more, and others may take more than they took."""
        self._most *= LOUDER
        self._begin()


def _in_sight(folder: Path) -> int:
    """Bytes that the files in `folder` really take: one that only seems large takes nothing from anybody."""
    total = 0
    with contextlib.suppress(OSError):  # closed, or gone: whoever may be to blame will be asked
        for found in _entries(folder):
            total += 512 * getattr(found, "st_blocks", 0)
    return total


def _taken(found: os.stat_result | None) -> int:
    """Bytes of a file, or those that are kept for it if they are more: a file may have space beyond its end."""
    if found is None:
        return 0
    blocks: int = getattr(found, "st_blocks", 0)  # of 512 bytes; Windows doesn't say
    return max(found.st_size, 512 * blocks)


class Removed:
    """How many entries have been removed so far, which takes a disk some milliseconds each."""

    entries = 0


def remove(folder: Path | None) -> None:
    """Removes a folder with all that is in it, however deep; what can't be removed stays."""
    if folder is None:
        return
    with contextlib.suppress(OSError):
        if os.rmdir in os.supports_dir_fd and os.listdir in os.supports_fd:
            _flatten(folder)
            folder.rmdir()
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _flatten(folder: Path) -> None:
    """Empties a folder by moving what is inside its folders up into it: no recursion, no long paths."""
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
    root = os.open(folder, flags)
    prefix, number = secrets.token_hex(8), 0
    try:
        while names := os.listdir(root):
            for name in names:
                Removed.entries += 1
                try:
                    os.unlink(name, dir_fd=root)
                    continue
                except OSError:
                    os.chmod(name, 0o700, dir_fd=root)  # a folder, then
                inner = os.open(name, flags, dir_fd=root)
                try:
                    for child in os.listdir(inner):
                        number += 1
                        _move(child, inner, f"{prefix}{number}", root)
                finally:
                    os.close(inner)
                os.rmdir(name, dir_fd=root)
    finally:
        os.close(root)


def _move(name: str, here: int, new: str, there: int) -> None:
    """Moves a file or folder from one open folder to another, whatever its own mode is."""
    try:
        os.rename(name, new, src_dir_fd=here, dst_dir_fd=there)
    except PermissionError:  # a folder that is closed to its owner can't be given another parent
        if not stat.S_ISDIR(os.stat(name, dir_fd=here, follow_symlinks=False).st_mode):
            raise
        os.chmod(name, 0o700, dir_fd=here)
        os.rename(name, new, src_dir_fd=here, dst_dir_fd=there)
