"""What there is only so much of, and privileges."""

from __future__ import annotations

import _thread
import errno
import os
import signal
import sys

from .. import kernel
from .common import ABSENT, Probe, Refused, Targets, linux, reach

_MB = 1 << 20
_TIOCSTI = 0x5412
_F_SETPIPE_SZ = 1031
_MADV_MERGEABLE = 12
_MAP_PRIVATE_ANONYMOUS_HUGE = 0x40022
_FUTEX_WAKE = 1
_CLOCK_MONOTONIC = 1


def _too_much_memory(targets: Targets) -> None:
    try:
        bytearray(targets["memory_mb"] * _MB)  # what Python itself uses makes it too much
    except MemoryError:
        raise Refused("MemoryError") from None


def _become_root(_: Targets) -> None:
    try:
        os.setuid(0)
    except OSError as error:
        if error.errno == errno.EINVAL:  # a user namespace without root
            raise Refused("no such user") from None
        raise


def _gain_privileges(_: Targets) -> None:
    if sys.platform == "linux" and kernel.prctl(kernel.PR_GET_NO_NEW_PRIVS) == 1:
        raise Refused("no_new_privs")
    if sys.platform != "linux":
        raise Refused(ABSENT)


def _type_into_terminal(_: Targets) -> None:
    if sys.platform != "linux":
        raise Refused(ABSENT)
    import fcntl

    fcntl.ioctl(0, _TIOCSTI, b"\n")


def _queue_signals(_: Targets) -> None:
    """Send itself a real-time signal, and see if it waits: each that does takes of the user's quota."""
    number = signal.SIGRTMIN
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        signal.pthread_kill(_thread.get_ident(), number)
    except OSError as error:
        if error.errno == errno.EAGAIN:
            raise Refused("no queue") from None
        raise
    finally:
        signal.sigtimedwait({number}, 0)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _large_pipe(_: Targets) -> None:
    import fcntl

    reader, writer = os.pipe()
    try:
        fcntl.fcntl(writer, _F_SETPIPE_SZ, 4096)
    finally:
        os.close(reader)
        os.close(writer)


RESOURCES: dict[str, Probe] = {
    "memory": _too_much_memory,
    "memory_file": lambda _: os.close(os.memfd_create("canary")),
    "shared_segment": lambda _: reach("shmget", 0, 4096, 0o1600),
    "shared_futex": lambda _: reach("futex", bytes(8), _FUTEX_WAKE, 0, None, None, 0),
    "lock_memory": lambda _: reach("mlock", None, 0),
    "merge_memory": lambda _: reach("madvise", None, 0, _MADV_MERGEABLE),
    "huge_pages": lambda _: reach("mmap", None, 0, 0, _MAP_PRIVATE_ANONYMOUS_HUGE, -1, 0),
    "machine_memory": lambda _: linux(kernel.tasks),
    "page_cache": lambda _: reach("mincore", None, 0, None),
    "timers": lambda _: reach("timer_create", _CLOCK_MONOTONIC, None, None),
    "queued_signals": _queue_signals,
    "large_pipe": _large_pipe,
    "keep_space": lambda _: reach("fallocate", -1, 0, 0, 4096),
    "message_queue": lambda _: reach("mq_open", b"canary\0", 0, 0, None),
    "become_root": _become_root,
    "gain_privileges": _gain_privileges,
    "type_into_terminal": _type_into_terminal,
}
