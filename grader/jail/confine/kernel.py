"""The one place that calls the Linux kernel where the standard library has no function."""

from __future__ import annotations

import ctypes
import functools
import os
import struct

# Options of prctl(2), from include/uapi/linux/prctl.h.
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_NAME = 15
PR_GET_NAME = 16
PR_GET_SECCOMP = 21
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39
PR_CAP_AMBIENT = 47
PR_SET_VMA = 0x53564D41

# struct sysinfo of include/uapi/linux/sysinfo.h, where long has 64 bits: ten of them lie before.
_SIZE_OF_SYSINFO = 112
_OFFSET_OF_PROCS = 80


@functools.cache
def libc() -> ctypes.CDLL:
    """Return the C library that Python itself runs on."""
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    library.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    return library


def checked(result: int) -> int:
    """Return a call's result, or raise the OSError that the C library noted."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def syscall(number: int, *arguments: int | bytes | None) -> int:
    """Make a system call by number; whole numbers are passed as long, bytes by address."""
    # A variadic function gets an int as 32 bits unless it is told otherwise.
    passed = (ctypes.c_long(a) if isinstance(a, int) else a for a in arguments)
    return checked(int(libc().syscall(ctypes.c_long(number), *passed)))


def prctl(option: int, *arguments: int) -> int:
    """Call prctl(2); arguments that are not given are 0, as newer options demand."""
    return checked(libc().prctl(option, *(*arguments, 0, 0, 0, 0)[:4]))


def unshare(flags: int) -> None:
    """Call unshare(2)."""
    checked(int(libc().unshare(flags)))


def tasks() -> int:
    """Return how many processes and threads run on this machine (sysinfo(2), its field procs)."""
    information = ctypes.create_string_buffer(_SIZE_OF_SYSINFO)
    checked(int(libc().sysinfo(information)))
    return int(struct.unpack_from("=H", information, _OFFSET_OF_PROCS)[0])
