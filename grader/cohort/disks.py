"""On what kind of file system a folder lies, where the system tells, and whether there is room on it."""

import os
import shutil
from pathlib import Path

# Locks of a database do not hold there, or not always.
REMOTE = {"afs", "cifs", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs"}
ROOM = 256 << 10  # bytes that a step of the gradebook may need
_MOUNTS = Path("/proc/self/mounts")


def remote(folder: Path, mounts: Path = _MOUNTS) -> str:
    """The kind of the network file system that `folder` lies on; empty if it lies on a disk, or nobody knows."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    place, deepest, kind = os.path.realpath(folder), "", ""
    for line in lines:
        _, where, what, *_ = [*line.split(" "), "", "", ""]
        where = where.encode("latin-1", "replace").decode("unicode_escape") if "\\" in where else where
        inside = place == where or place.startswith(where.rstrip("/") + "/")
        if inside and len(where) >= len(deepest):
            deepest, kind = where, what
    return kind if kind in REMOTE else ""


def full(folder: Path) -> bool:
    """Whether there is hardly any room left on the disk of `folder`."""
    try:
        return shutil.disk_usage(folder).free < ROOM
    except OSError:
        return False
