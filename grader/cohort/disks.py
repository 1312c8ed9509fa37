"""On what kind of file system a folder lies, where the system tells."""

import os
from pathlib import Path

# Locks of a database do not hold there, or not always.
REMOTE = {"afs", "cifs", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs"}
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
