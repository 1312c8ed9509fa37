"""Processes that a jail leaves behind: none."""

import contextlib
import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36


def guard(die_with_parent: bool = True) -> None:
    """On Linux, this process is closed to debuggers of the same user, inherits what its descendants leave
    behind, and dies with its parent if asked. Elsewhere, closing the control socket must do.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if die_with_parent:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


FIRST, NEXT = 1000, 500  # of 1000: a jail's children, and then its fork-server; judge and command stay as they are


class Victim:
    """What says whom the kernel kills when memory is short. Nothing, where it is not Linux.

    Opened before `guard`, which closes this file to the process itself.
    """

    def __init__(self) -> None:
        self._fd: int | None = None
        with contextlib.suppress(OSError):
            self._fd = os.open("/proc/self/oom_score_adj", os.O_RDWR)
            self._own = int(os.read(self._fd, 16))

    def offer(self, score: int) -> None:
        """Has this process killed before those with a lower score; what it forks inherits that."""
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.pwrite(self._fd, b"%d" % max(score, self._own), 0)

    def close(self) -> None:
        """It can't be changed any more."""
        if self._fd is not None:
            os.close(self._fd)


def sweep(keep: set[int]) -> None:
    """Kills and reaps every child of this process but `keep`, adopted ones included.

    What a killed process had started is adopted in its turn, hence the loop.
    """
    while strays := [pid for pid in _children() if pid not in keep]:
        for pid in strays:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        for pid in strays:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def _children() -> list[int]:
    try:
        with open(f"/proc/self/task/{os.getpid()}/children", "rb", buffering=0) as listing:
            return [int(pid) for pid in listing.read().split()]
    except OSError:  # no such listing: another platform, or a kernel without it
        return []
