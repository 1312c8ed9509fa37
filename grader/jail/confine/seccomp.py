"""seccomp: which system calls the child makes.

A classic BPF program that the kernel runs before each call
(Documentation/userspace-api/seccomp_filter.rst). Everything is allowed but what is listed: a
denied call answers EPERM, so Python raises PermissionError; a call of a foreign architecture,
whose numbers mean something else, ends the process.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from . import kernel, landlock, syscalls
from .policy import Gap, Layer, Offer, Policy

Instruction = tuple[int, int, int, int]  # struct sock_filter: code, jump if true, if false, value

# Codes from include/uapi/linux/bpf_common.h: class | size or operation | mode or source.
_LOAD = 0x20
_IF_EQUAL, _IF_ABOVE, _IF_AT_LEAST, _IF_ANY_BIT = 0x15, 0x25, 0x35, 0x45
_AND = 0x54
_RETURN = 0x06

# Answers from include/uapi/linux/seccomp.h.
_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
_EPERM = _ERRNO | errno.EPERM
_ENOSYS = _ERRNO | errno.ENOSYS
_NOTHING_DONE = _ERRNO | 0  # the call seems to succeed, and has no effect

# Offsets in struct seccomp_data.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16

_X32_BIT = 0x40000000
_OWN_PID = 0x7EEDC0DE  # stands for the child's own pid until it is known
_SECCOMP_MODE_FILTER = 2

# From include/uapi/linux/sched.h. CLONE_PARENT would make a process that isn't a descendant.
_CLONE_THREAD = 0x00010000
_CLONE_NEW_NAMESPACES_OR_PARENT = 0x7E02_0000 | 0x8000

# What Python itself asks of a descriptor: is it a terminal and how wide, blocking, inheritance, how
# much is there to read, and copying by reference. Everything else could type into a terminal
# (TIOCSTI), change a file's flags (FS_IOC_SETFLAGS), or talk to a driver.
_IOCTLS = (0x5401, 0x802C542A, 0x5413, 0x5421, 0x5450, 0x5451, 0x541B, 0x40049409)
# F_SETOWN, F_SETSIG and F_SETOWN_EX send a signal of choice to any process of the user; F_SETLEASE
# makes others wait for a file; F_NOTIFY watches a folder.
_FCNTLS_DENIED = (8, 10, 15, 1024, 1026)
_PRCTLS_DENIED = (
    kernel.PR_SET_PDEATHSIG,
    kernel.PR_SET_DUMPABLE,
    kernel.PR_SET_SECCOMP,
    kernel.PR_SET_MM,
    kernel.PR_SET_PTRACER,
)
# Only the lower bits of a socket's type are the type (net/socket.c, SOCK_TYPE_MASK).
_SOCKET_TYPE = 0xF
_AF_UNIX, _AF_INET, _AF_INET6 = 1, 2, 10
_SOCK_STREAM = 1
_IPPROTO_TCP = 6  # not MPTCP or SCTP, which speak to others under the same type
_MSG_FASTOPEN = 0x20000000  # connects and sends in one, past the rule for connect


@dataclass(frozen=True)
class Architecture:
    """What of a filter depends on the processor."""

    column: int  # of the tables in syscalls.py
    audit: int  # from include/uapi/linux/audit.h


ARCHITECTURES = {
    "x86_64": Architecture(0, 0xC000003E),
    "aarch64": Architecture(1, 0xC00000B7),
}


def available() -> bool:
    """Return True if this kernel was built with seccomp."""
    try:
        return kernel.prctl(kernel.PR_GET_SECCOMP) >= 0
    except OSError:
        return False


def offers(policy: Policy, machine: str, landlock_abi: int, *, present: bool) -> list[Offer]:
    """Return the layer that filters system calls on this machine, or say why there is none."""
    if not present:
        return [
            Gap(
                "seccomp",
                "the kernel was built without seccomp",
                "run a kernel with CONFIG_SECCOMP_FILTER, as all distributions do",
            )
        ]
    if machine not in ARCHITECTURES:
        return [
            Gap(
                "seccomp",
                f"no table of system calls for {machine}",
                f"run on {' or '.join(ARCHITECTURES)}, or add a column to syscalls.py",
            )
        ]
    instructions = program(policy, ARCHITECTURES[machine], landlock_abi)
    code = b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)
    own_pid = [i for i, instruction in enumerate(instructions) if instruction[3] == _OWN_PID]
    return [Layer(f"seccomp({len(instructions)})", partial(_install, code, own_pid))]


def _install(code: bytes, own_pid: list[int], _: str | None) -> None:
    """Put the calling process's pid into the program, and give the program to the kernel."""
    patched = bytearray(code)
    for index in own_pid:
        struct.pack_into("=I", patched, 8 * index + 4, os.getpid())
    text = ctypes.create_string_buffer(bytes(patched), len(patched))
    # struct sock_fprog: the number of instructions, and their address.
    description = ctypes.create_string_buffer(struct.pack("HP", len(patched) // 8, ctypes.addressof(text)))
    kernel.prctl(kernel.PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(description))


def program(policy: Policy, architecture: Architecture, landlock_abi: int) -> list[Instruction]:
    """Return the filter for one policy, as instructions."""
    instructions = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 1, 0, architecture.audit),
        _answer(_KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, 0, 1, _X32_BIT),
        _answer(_KILL_PROCESS),
        (_IF_AT_LEAST, 0, 1, syscalls.FIRST_UNKNOWN),
        _answer(_ENOSYS),
    ]
    for name, decision in _decisions(policy, landlock_abi).items():
        number = syscalls.BY_ARGUMENT[name][architecture.column]
        if number is not None:
            instructions += [(_IF_EQUAL, 0, len(decision), number), *decision]
    if policy.allows("files"):
        # shutil.copy and its like set mode and times last: that must not fail a right attempt, and
        # must not reach a file outside. So the calls seem to succeed (see also _times_given).
        for first, last in _ranges([syscalls.MODES], architecture.column):
            instructions += _within(first, last, _NOTHING_DONE)
    for first, last in _ranges(_denied(policy), architecture.column):
        instructions += _within(first, last, _EPERM)
    return [*instructions, _answer(_ALLOW)]


def _denied(policy: Policy) -> list[dict[str, syscalls.Numbers]]:
    """Return the tables of the calls that are denied whatever their arguments."""
    denied = [table.copy() for table in syscalls.DENIED.values()]
    if policy.allows("processes"):
        for table in denied:  # which programs may be started is Landlock's to say
            table.pop("execve", None)
    else:
        denied.append(syscalls.NEW_PROCESS)
    if not policy.allows("loopback"):
        denied.append(syscalls.NETWORK)
    if not policy.allows("files"):
        denied.append(syscalls.MODES)
    return denied


def _decisions(policy: Policy, landlock_abi: int) -> dict[str, list[Instruction]]:
    """Return how each call is decided that depends on its arguments; a decision is final."""
    allow, deny = [_answer(_ALLOW)], [_answer(_EPERM)]
    loopback, processes = policy.allows("loopback"), policy.allows("processes")
    decisions = {
        # glibc falls back to clone, whose flags can be seen; those of clone3 lie in memory.
        "clone3": [_answer(_ENOSYS)],
        "clone": _clone(policy),
        "prlimit64": _only(0, (0,)),
        "ioctl": _only(1, _IOCTLS),
        "fcntl": _never(1, _FCNTLS_DENIED),
        "prctl": _never(0, _PRCTLS_DENIED),
        # A pair of datagram sockets could be pointed at an address; streams can't.
        "socketpair": _socket((_AF_UNIX,), protocol=0),
        "sendto": _connected_only(),
        "socket": _socket((_AF_INET, _AF_INET6), protocol=_IPPROTO_TCP) if loopback else deny,
        "sendmsg": _no_bits(2, _MSG_FASTOPEN) if loopback else deny,
        "sendmmsg": deny,
        # Mode 0 makes the file larger, up to its limit; the others keep space that no size shows.
        "fallocate": _only(1, (0,)),
        "kill": allow if processes else _only(0, (_OWN_PID,)),
        "tgkill": allow if processes else _only(0, (_OWN_PID,)),
    }
    decisions["utimensat"] = _times_given() if policy.allows("files") else deny
    if landlock_abi < landlock.ABI_WITH_TRUNCATE:
        decisions["truncate"] = deny
    return decisions


def _clone(policy: Policy) -> list[Instruction]:
    """Threads, or also processes, but no namespaces."""
    if policy.allows("processes"):
        return _no_bits(0, _CLONE_NEW_NAMESPACES_OR_PARENT)
    if policy.allows("threads"):
        return [
            _load_argument(0),
            (_IF_ANY_BIT, 0, 1, _CLONE_THREAD),
            _answer(_ALLOW),
            _answer(_EPERM),
        ]
    return [_answer(_EPERM)]


def _answer(value: int) -> Instruction:
    return (_RETURN, 0, 0, value)


def _load_argument(index: int, *, upper: bool = False) -> Instruction:
    """Load 32 of an argument's 64 bits; both architectures are little-endian."""
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * index + 4 * upper)


def _only(argument: int, values: Iterable[int]) -> list[Instruction]:
    """Allow the call if the argument is one of these."""
    return _switch(argument, values, found=_ALLOW, otherwise=_EPERM)


def _never(argument: int, values: Iterable[int]) -> list[Instruction]:
    """Deny the call if the argument is one of these."""
    return _switch(argument, values, found=_EPERM, otherwise=_ALLOW)


def _switch(argument: int, values: Iterable[int], *, found: int, otherwise: int) -> list[Instruction]:
    tests = [instruction for value in values for instruction in ((_IF_EQUAL, 0, 1, value), _answer(found))]
    return [_load_argument(argument), *tests, _answer(otherwise)]


def _no_bits(argument: int, bits: int) -> list[Instruction]:
    """Allow the call if the argument has none of these bits."""
    return [
        _load_argument(argument),
        (_IF_ANY_BIT, 0, 1, bits),
        _answer(_EPERM),
        _answer(_ALLOW),
    ]


def _connected_only() -> list[Instruction]:
    """Allow sendto without an address, which is send; both halves of the pointer are 0."""
    return [
        _load_argument(4),
        (_IF_EQUAL, 0, 3, 0),
        _load_argument(4, upper=True),
        (_IF_EQUAL, 0, 1, 0),
        _answer(_ALLOW),
        _answer(_EPERM),
    ]


def _times_given() -> list[Instruction]:
    """Answer utimensat as if it had been done, or with EPERM if the times are to be now (NULL).

    Path.touch asks for that first, and makes the file if it fails, as it must for a new one.
    """
    return [
        _load_argument(2),
        (_IF_EQUAL, 0, 2, 0),
        _load_argument(2, upper=True),
        (_IF_EQUAL, 1, 0, 0),
        _answer(_NOTHING_DONE),
        _answer(_EPERM),
    ]


def _socket(families: tuple[int, ...], *, protocol: int) -> list[Instruction]:
    """Allow stream sockets of these families, with the family's own or this protocol."""
    stream = [
        _load_argument(1),
        (_AND, 0, 0, _SOCKET_TYPE),
        (_IF_EQUAL, 0, 4, _SOCK_STREAM),
        _load_argument(2),
        (_IF_EQUAL, 1, 0, 0),
        (_IF_EQUAL, 0, 1, protocol),
        _answer(_ALLOW),
        _answer(_EPERM),
    ]
    last = len(families) - 1
    tests = [(_IF_EQUAL, last - i, len(stream) - 1 if i == last else 0, f) for i, f in enumerate(families)]
    return [_load_argument(0), *tests, *stream]


def _within(first: int, last: int, answer: int) -> list[Instruction]:
    """Give this answer to the calls whose numbers lie in a range."""
    if first == last:
        return [(_IF_EQUAL, 0, 1, first), _answer(answer)]
    return [(_IF_ABOVE, 2, 0, last), (_IF_AT_LEAST, 0, 1, first), _answer(answer)]


def _ranges(tables: Iterable[dict[str, syscalls.Numbers]], column: int) -> list[tuple[int, int]]:
    """Return the numbers in these tables as ascending ranges without gaps."""
    numbers = {row[column] for table in tables for row in table.values()}
    ranges: list[tuple[int, int]] = []
    for number in sorted(number for number in numbers if number is not None):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges
