"""Files and what is known of them: reading, changing, watching, locking."""

from __future__ import annotations

import errno
import os
import struct
import sys

from .common import ABSENT, NO_EFFECT, Probe, Refused, Targets, linux, reach


def _open(path: str, mode: str = "rb") -> None:
    with open(path, mode) as file:
        if "r" in mode:
            file.read(1)


def _proc(name: str) -> Probe:
    def attempt(targets: Targets) -> None:
        if sys.platform != "linux":
            raise Refused(ABSENT)
        _open(f"/proc/{targets['judge']}/{name}")

    return attempt


def _chmod(targets: Targets) -> None:
    before = os.stat(targets["hidden"]).st_mode
    os.chmod(targets["hidden"], before ^ 0o100)
    _must_change(before, os.stat(targets["hidden"]).st_mode)


def _utime(targets: Targets) -> None:
    before = os.stat(targets["hidden"]).st_mtime
    os.utime(targets["hidden"], (before - 60, before - 60))
    _must_change(before, os.stat(targets["hidden"]).st_mtime)


def _must_change(before: object, after: object) -> None:
    if before == after:
        raise Refused(NO_EFFECT)


def _write_scratch(targets: Targets) -> None:
    if targets.get("scratch") is None:
        raise Refused(ABSENT)
    path = os.path.join(targets["scratch"], "canary")
    _open(path, "wb")
    os.unlink(path)


def _write_shared_memory(_: Targets) -> None:
    if not os.path.isdir("/dev/shm"):
        raise Refused(ABSENT)
    path = f"/dev/shm/grader-canary-{os.getpid()}"
    _open(path, "xb")
    os.unlink(path)


def _beside(targets: Targets, name: str) -> str:
    return os.path.join(targets["outside"], f"canary-{name}")


FILES: dict[str, Probe] = {
    "read_hidden": lambda t: _open(t["hidden"]),
    "change_hidden": lambda t: _open(t["hidden"], "r+b"),
    "truncate_hidden": lambda t: os.truncate(t["hidden"], os.stat(t["hidden"]).st_size),
    "write_outside": lambda t: _open(_beside(t, "file"), "wb"),
    "mkdir_outside": lambda t: os.mkdir(_beside(t, "folder")),
    "symlink_outside": lambda t: os.symlink(t["hidden"], _beside(t, "symlink")),
    "link_outside": lambda t: os.link(t["hidden"], _beside(t, "link")),
    "rename_hidden": lambda t: os.rename(t["hidden"], t["hidden"]),
    "read_environ": _proc("environ"),
    "read_memory": _proc("mem"),
    "read_command_line": _proc("cmdline"),
    "list_descriptors": lambda t: linux(os.listdir, f"/proc/{t['judge']}/fd"),
    "read_accounts": lambda t: linux(_open, "/etc/passwd"),
    "write_shared_memory": _write_shared_memory,
    "write_own_scratch": _write_scratch,
}


def _lock_record(_: Targets) -> None:
    """Ask for a write lock on what all children may read, open for reading: whoever looks at it says EBADF."""
    import fcntl

    with open(os.devnull, "rb") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno != errno.EBADF:
                raise
        else:
            raise Refused(NO_EFFECT)


def _lock_description(_: Targets) -> None:
    import fcntl

    with open(os.devnull, "rb") as file:
        fcntl.fcntl(file, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_RDLCK, os.SEEK_SET, 0, 1, 0))


def _lock_file(_: Targets) -> None:
    import fcntl

    with open(os.devnull, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)


def _lease_file(_: Targets) -> None:
    import fcntl

    with open(os.devnull, "rb") as file:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)  # any answer but a refusal means that one was looked for


METADATA: dict[str, Probe] = {
    "stat_hidden": lambda t: os.stat(t["hidden"]),
    "list_hidden": lambda t: os.listdir(os.path.dirname(t["hidden"])),
    "list_root": lambda t: os.listdir(os.path.abspath(os.sep)),
    "chmod_hidden": _chmod,
    "utime_hidden": _utime,
    "chown_hidden": lambda t: os.chown(t["hidden"], -1, -1),
    "setxattr_hidden": lambda t: os.setxattr(t["hidden"], "user.canary", b"1"),
    "attributes_hidden": lambda t: os.listxattr(t["hidden"]),
    "attribute_hidden": lambda t: reach("getxattr", os.fsencode(t["hidden"]), b"user.canary", None, 0),
    "stat_closed": lambda t: os.stat(t["closed"]),
    "free_space": lambda t: os.statvfs(t["outside"]),
    "watch_outside": lambda t: reach("inotify_init1", 0),
    "lock_record": _lock_record,
    "lock_description": _lock_description,
    "lock_file": _lock_file,
    "lease_file": _lease_file,
}
