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
from grader.jail.confine.policy import Policy

from .children import confined, in_child, linux, policy

ALLOWED, KILLED = 0x7FFF0000, 0x80000000
EPERM, ENOSYS, NOTHING_DONE = (0x00050000 | e for e in (errno.EPERM, errno.ENOSYS, 0))
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
    tables = (
        *syscalls.DENIED.values(),
        syscalls.NETWORK,
        syscalls.NEW_PROCESS,
        syscalls.MODES,
        syscalls.BY_ARGUMENT,
    )
    rows = {name: row[column] for table in tables for name, row in table.items()}
    return {name: number for name, number in rows.items() if number is not None}


@BOTH
def test_no_number_stands_for_two_calls(machine: str) -> None:
    known = numbers(machine)

    assert len(set(known.values())) == len(known)
    assert max(known.values()) < syscalls.FIRST_UNKNOWN


@BOTH
def test_every_listed_call_is_denied_and_all_others_are_allowed(machine: str) -> None:
    known = numbers(machine)
    by_argument = {known[name] for name in syscalls.BY_ARGUMENT}

    for number in set(range(syscalls.FIRST_UNKNOWN)) - by_argument:
        expected = EPERM if number in known.values() else ALLOWED
        assert answer(policy(), machine, number) == expected, number


@BOTH
def test_foreign_calls_are_killed_and_new_ones_unknown(machine: str) -> None:
    assert answer(policy(), machine, 1, audit=0x40000003) == KILLED
    assert answer(policy(), machine, 0x40000000 | 39) == KILLED
    assert answer(policy(), machine, syscalls.FIRST_UNKNOWN) == ENOSYS


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
    ((), "fcntl", (0, 8, 1), EPERM),
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
    (("loopback",), "sendmmsg", (), EPERM),
    (("loopback",), "connect", (), ALLOWED),
    (("files",), "fchmod", (), NOTHING_DONE),
    (("files",), "utimensat", (0, 1, 0xFFFF), NOTHING_DONE),
    (("files",), "utimensat", (0, 1, 0x7F00 << 32), NOTHING_DONE),
    (("files",), "utimensat", (0, 1, 0), EPERM),
    ((), "utimensat", (0, 1, 0xFFFF), EPERM),
    (("files",), "fchown", (), EPERM),
    (("files",), "fallocate", (3, 0, 0, 4096), ALLOWED),
    (("files",), "fallocate", (3, 1, 0, 4096), EPERM),
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
        ended = confined(policy(), lambda: kernel.syscall(syscalls.FIRST_UNKNOWN + 30))

        assert f"[Errno {errno.ENOSYS}]" in str(ended.error)
