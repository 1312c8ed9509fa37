"""Scratch folders: measured while an attempt writes into them, and removed whatever it made of them."""

import contextlib
import os
import secrets
import shutil
import sys
from pathlib import Path

MOST_ENTRIES = 2_000  # files and folders in one scratch folder
MOST_NAMELESS = 512 << 20  # bytes that may go while an attempt is judged: files without a name lie in no folder
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
    size = entries = 0
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as listing:
                for entry in listing:
                    entries += 1
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        size += _taken(entry.stat(follow_symlinks=False))
                    if size > limit or entries > MOST_ENTRIES:
                        return True
        except FileNotFoundError:
            continue  # gone between two looks
        except OSError:
            return True  # a path too long to be followed, or a folder closed to the judge
    return False


def space(folder: Path) -> int:
    """Bytes that are free where `folder` lies; where nobody can say, always the same."""
    if not hasattr(os, "statvfs"):
        return 0
    try:
        found = os.statvfs(folder)
    except OSError:
        return 0
    return found.f_bavail * found.f_frsize


def _taken(stat: os.stat_result) -> int:
    """Bytes of a file, or those that are kept for it if they are more: a file may have space beyond its end."""
    blocks: int = getattr(stat, "st_blocks", 0)  # of 512 bytes; Windows doesn't say
    return max(stat.st_size, 512 * blocks)


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
                try:
                    os.unlink(name, dir_fd=root)
                    continue
                except OSError:
                    os.chmod(name, 0o700, dir_fd=root)  # a folder, then
                inner = os.open(name, flags, dir_fd=root)
                try:
                    for child in os.listdir(inner):
                        number += 1
                        os.rename(child, f"{prefix}{number}", src_dir_fd=inner, dst_dir_fd=root)
                finally:
                    os.close(inner)
                os.rmdir(name, dir_fd=root)
    finally:
        os.close(root)
