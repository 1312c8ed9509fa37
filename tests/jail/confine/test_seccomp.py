"""The filter: what it answers, checked by a small interpreter, and in the kernel."""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import signal
from collections.abc import Sequence

import pytest

from grader.jail.confine import kernel, seccomp, syscalls
from grader.jail.confine.allowed import ALLOWED as NEEDED
from grader.jail.confine.numbers import FIRST_UNKNOWN
from grader.jail.confine.policy import Policy

from .children import confined, in_child, linux, policy

ALLOWED, KILLED = 0x7FFF0000, 0x80000000
EPERM, ENOSYS, ENOTSUP, NOTHING_DONE = (0x00050000 | e for e in (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, 0))
BOTH = pytest.mark.parametrize("machine", ["x86_64", "aarch64"])


def answer(
    asked: Policy,
    machine: str,
    number: int,
    arguments: Sequence[int] = (),
    *,
    audit: int | None = None,
    abi: int = 7,
) -> int:
    """Run the program on one call, as the kernel would."""
    architecture = seccomp.ARCHITECTURES[machine]
    words = {0: number, 4: architecture.audit if audit is None else audit}
    for index in range(6):
        value = arguments[index] if index < len(arguments) else 0
        words[16 + 8 * index] = value & 0xFFFFFFFF
        words[20 + 8 * index] = value >> 32 & 0xFFFFFFFF
    program = seccomp.program(asked, architecture, abi)
    at = accumulator = 0
    while True:
        code, if_true, if_false, value = program[at]
        at += 1
        if code == 0x06:
            return value
        if code == 0x20:
            accumulator = words[value]
        elif code == 0x54:
            accumulator &= value
        else:
            holds = {
                0x15: accumulator == value,
                0x25: accumulator > value,
                0x35: accumulator >= value,
                0x45: bool(accumulator & value),
            }[code]
            at += if_true if holds else if_false


def numbers(machine: str) -> dict[str, int]:
    """Return the number of every call in the tables."""
    column = seccomp.ARCHITECTURES[machine].column
    rows = {name: row[column] for table in syscalls.tables() for name, row in table.items()}
    return {name: number for name, number in rows.items() if number is not None}


@BOTH
def test_no_number_stands_for_two_calls(machine: str) -> None:
    known = numbers(machine)

    assert sum(map(len, syscalls.tables())) == len({name for table in syscalls.tables() for name in table})
    assert len(set(known.values())) == len(known)
    assert max(known.values()) == FIRST_UNKNOWN - 1


# The kernel has no such calls any more, or only the one that a trampoline of its own makes (335).
NOTHING = {
    "x86_64": {174, 177, 178, *range(181, 186), 205, 211, 214, 215, 236, 335, *range(337, 424)},
    "aarch64": {*range(244, 260), *range(295, 424)},
}


@BOTH
def test_every_call_of_the_kernel_stands_in_a_table(machine: str) -> None:
    assert set(range(FIRST_UNKNOWN)) - set(numbers(machine).values()) == NOTHING[machine]


@BOTH
def test_only_what_has_a_reason_is_allowed(machine: str) -> None:
    known = numbers(machine)
    needed = {known[name] for table in NEEDED.values() for name in table if name in known}
    elsewhere = {known[name] for name in syscalls.BY_ARGUMENT if name in known}
    denied = (
        ({known[name] for name in syscalls.ATTRIBUTES if name in known}, ENOTSUP),
        ({known[name] for name in syscalls.ABSENT if name in known} | NOTHING[machine], ENOSYS),
    )

    for number in set(range(FIRST_UNKNOWN)) - elsewhere:
        refused = next((answer for group, answer in denied if number in group), EPERM)
        assert answer(policy(), machine, number) == (ALLOWED if number in needed else refused), number


@BOTH
def test_foreign_calls_are_killed_and_new_ones_unknown(machine: str) -> None:
    assert answer(policy(), machine, 1, audit=0x40000003) == KILLED
    assert answer(policy(), machine, 0x40000000 | 39) == KILLED
    assert answer(policy(), machine, FIRST_UNKNOWN) == ENOSYS


THREAD = 0x3D0F00  # the flags of a new thread in glibc
FORK = 0x1200011
CASES: list[tuple[tuple[str, ...], str, tuple[int, ...], int]] = [
    ((), "clone", (THREAD,), EPERM),
    (("threads",), "clone", (THREAD,), ALLOWED),
    (("threads",), "clone", (FORK,), EPERM),
    (("processes",), "clone", (FORK,), ALLOWED),
    (("processes",), "clone", (FORK | 0x10000000,), EPERM),  # a user namespace
    (("processes",), "clone", (FORK | 0x8000,), EPERM),  # a sibling
    (("processes",), "execve", (), ALLOWED),
    (("processes",), "execveat", (), EPERM),
    (("processes",), "setsid", (), EPERM),
    (("threads", "processes"), "clone3", (), ENOSYS),
    ((), "prlimit64", (0, 7), ALLOWED),
    ((), "prlimit64", (1, 7), EPERM),
    ((), "ioctl", (0, 0x5413), ALLOWED),
    ((), "ioctl", (0, 0x5412), EPERM),
    ((), "fcntl", (0, 1), ALLOWED),
    ((), "fcntl", (0, 1030), ALLOWED),
    ((), "fcntl", (0, 8, 1), EPERM),
    ((), "fcntl", (0, 6), EPERM),  # F_SETLK
    ((), "fcntl", (0, 1031), EPERM),  # F_SETPIPE_SZ
    (("files",), "fcntl", (0, 5), ALLOWED),
    (("files",), "fcntl", (0, 6), NOTHING_DONE),
    (("files",), "fcntl", (0, 7), NOTHING_DONE),
    (("files",), "fcntl", (0, 37), EPERM),  # F_OFD_SETLK
    (("files", "processes"), "fcntl", (0, 6), ALLOWED),
    (("processes",), "fcntl", (0, 6), EPERM),
    (("files", "processes"), "flock", (), EPERM),
    ((), "futex", (1, 128), ALLOWED),
    ((), "futex", (1, 128 | 9 | 256), ALLOWED),
    ((), "futex", (1, 0), EPERM),
    ((), "futex", (1, 128 | 6), EPERM),  # FUTEX_LOCK_PI
    (("threads",), "futex", (1, 9 | 256), ALLOWED),
    (("processes",), "futex", (1, 1), ALLOWED),
    ((), "clock_gettime", (1,), ALLOWED),
    ((), "clock_gettime", (~5 << 3 | 2,), EPERM),  # of another process
    ((), "clock_gettime", (~5 << 3 | 6,), ALLOWED),  # of a thread: the kernel asks whose
    ((), "getpgid", (0,), ALLOWED),
    ((), "getpgid", (1,), EPERM),
    ((), "sched_getaffinity", (0,), ALLOWED),
    ((), "sched_getaffinity", (1,), ENOSYS),
    ((), "getpriority", (0, 0), ALLOWED),
    ((), "getpriority", (0, 1), EPERM),
    ((), "getpriority", (2, 0), EPERM),  # of a user
    ((), "sched_getattr", (0,), EPERM),
    ((), "timer_create", (), EPERM),
    ((), "timerfd_create", (), ALLOWED),
    ((), "statfs", (), EPERM),
    (("processes",), "statfs", (), ALLOWED),
    ((), "mmap", (0, 1, 3, 0x22), ALLOWED),
    ((), "mmap", (0, 1, 3, 0x40022), EPERM),  # MAP_HUGETLB
    ((), "madvise", (0, 0, 4), ALLOWED),
    ((), "madvise", (0, 0, 12), EPERM),  # MADV_MERGEABLE
    ((), "pipe2", (0, 0o2000000), ALLOWED),
    ((), "pipe2", (0, 0x80), EPERM),  # O_NOTIFICATION_PIPE
    ((), "prctl", (15,), ALLOWED),
    ((), "prctl", (1,), EPERM),
    ((), "recvfrom", (3, 0xFFFF, 1, 0x2), ALLOWED),
    ((), "recvfrom", (3, 0xFFFF, 1, 0x1), EPERM),  # MSG_OOB
    ((), "recvmsg", (3, 0xFFFF, 0x1), EPERM),
    ((), "sendto", (3, 0xFFFF, 1, 0x1, 0), EPERM),
    ((), "setsockopt", (3, 1, 2), ALLOWED),
    ((), "setsockopt", (3, 6, 1), ALLOWED),
    ((), "setsockopt", (3, 1, 26), EPERM),  # SO_ATTACH_FILTER
    ((), "setsockopt", (3, 1, 4), EPERM),
    ((), "getsockopt", (3, 1, 4), ALLOWED),
    ((), "getsockopt", (3, 1, 17), EPERM),  # SO_PEERCRED
    ((), "getsockopt", (3, 6, 4), ALLOWED),
    ((), "getsockopt", (3, 0, 4), EPERM),
    ((), "socket", (2, 1), EPERM),
    ((), "socketpair", (1, 1 | 0o2000000), ALLOWED),
    ((), "socketpair", (1, 2), EPERM),
    ((), "socketpair", (2, 1), EPERM),
    ((), "sendto", (3, 0xFFFF, 1, 0, 0), ALLOWED),
    ((), "sendto", (3, 0xFFFF, 1, 0, 0xFFFF), EPERM),
    ((), "sendto", (3, 0xFFFF, 1, 0, 0x7F00 << 32), EPERM),
    (("loopback",), "socket", (2, 1 | 0o4000, 0), ALLOWED),
    (("loopback",), "socket", (10, 1, 6), ALLOWED),
    (("loopback",), "socket", (2, 2, 0), EPERM),
    (("loopback",), "socket", (2, 1, 262), EPERM),
    (("loopback",), "socket", (1, 1, 0), EPERM),
    (("loopback",), "sendmsg", (3, 0xFFFF, 0), ALLOWED),
    (("loopback",), "sendmsg", (3, 0xFFFF, 0x20000000), EPERM),
    (("loopback",), "sendmsg", (3, 0xFFFF, 0x1), EPERM),
    (("loopback",), "sendmmsg", (), EPERM),
    (("loopback",), "connect", (), ALLOWED),
    (("files",), "fchmod", (), NOTHING_DONE),
    (("files",), "utimensat", (0, 1, 0xFFFF), NOTHING_DONE),
    (("files",), "utimensat", (0, 1, 0x7F00 << 32), NOTHING_DONE),
    (("files",), "utimensat", (0, 1, 0), EPERM),
    ((), "utimensat", (0, 1, 0xFFFF), EPERM),
    (("files",), "fchown", (), EPERM),
    (("files",), "fallocate", (3, 0, 0, 4096), ENOTSUP),
    (("files",), "fallocate", (3, 1, 0, 4096), ENOTSUP),
]


@BOTH
@pytest.mark.parametrize(("requires", "call", "arguments", "expected"), CASES)
def test_a_call_is_decided_by_its_arguments(
    machine: str, requires: tuple[str, ...], call: str, arguments: tuple[int, ...], expected: int
) -> None:
    number = numbers(machine)[call]

    assert answer(policy(*requires), machine, number, arguments) == expected


@BOTH
@pytest.mark.parametrize(("abi", "expected"), [(2, EPERM), (3, ALLOWED)])
def test_truncate_is_denied_where_landlock_does_not_know_it(machine: str, abi: int, expected: int) -> None:
    assert answer(policy(), machine, numbers(machine)["truncate"], abi=abi) == expected


@linux
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="calls of x86-64")
class TestInTheKernel:
    def test_an_x32_call_kills(self) -> None:
        ended = confined(policy(), lambda: kernel.syscall(0x40000000 | 39))

        assert ended.signal == signal.SIGSYS

    def test_a_call_of_32_bits_kills(self) -> None:
        def getpid_of_i386() -> int:
            memory = mmap.mmap(-1, mmap.PAGESIZE, prot=7)
            memory.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20; int 0x80; ret
            address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
            return int(ctypes.CFUNCTYPE(ctypes.c_int)(address)())

        if in_child(getpid_of_i386).error or in_child(getpid_of_i386).signal:
            pytest.skip("this kernel has no 32-bit calls")
        assert confined(policy(), getpid_of_i386).signal == signal.SIGSYS

    def test_a_call_of_the_future_is_unknown(self) -> None:
        ended = confined(policy(), lambda: kernel.syscall(FIRST_UNKNOWN + 30))

        assert f"[Errno {errno.ENOSYS}]" in str(ended.error)
