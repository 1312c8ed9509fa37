"""seccomp: which system calls the child makes.

A classic BPF program that the kernel runs before each call
(Documentation/userspace-api/seccomp_filter.rst). What is allowed stands in a table with the reason
why; a denied call answers EPERM, so Python raises PermissionError; a call of a foreign architecture,
whose numbers mean something else, ends the process.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from . import decisions, kernel, syscalls
from .allowed import ALLOWED
from .bpf import (
    ALLOW,
    ARCHITECTURE,
    ENOSYS,
    ENOTSUP,
    EPERM,
    IF_AT_LEAST,
    IF_EQUAL,
    KILL_PROCESS,
    LOAD,
    NOTHING_DONE,
    NUMBER,
    Instruction,
    Part,
    answer,
    match,
    search,
)
from .denied import DENIED
from .numbers import FIRST_UNKNOWN, Table
from .policy import Gap, Layer, Offer, Policy

_X32_BIT = 0x40000000
_SECCOMP_MODE_FILTER = 2


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
    own_pid = [i for i, instruction in enumerate(instructions) if instruction[3] == decisions.OWN_PID]
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
        (LOAD, 0, 0, ARCHITECTURE),
        (IF_EQUAL, 1, 0, architecture.audit),
        answer(KILL_PROCESS),
        (LOAD, 0, 0, NUMBER),
        (IF_AT_LEAST, 0, 1, _X32_BIT),
        answer(KILL_PROCESS),
    ]
    for decision, calls in _alike(decisions.by_argument(policy, landlock_abi)):
        numbers = [syscalls.BY_ARGUMENT[name][architecture.column] for name in calls]
        if known := [number for number in numbers if number is not None]:
            instructions += match(known, decision)
    return [*instructions, *search(_segments(policy, architecture.column))]


def _alike(decided: dict[str, Part]) -> Iterator[tuple[Part, list[str]]]:
    """Yield each decision once, with all calls that are decided so."""
    while decided:
        decision = next(iter(decided.values()))
        yield decision, [name for name, other in decided.items() if other == decision]
        decided = {name: other for name, other in decided.items() if other != decision}


def _segments(policy: Policy, column: int) -> list[tuple[int, int]]:
    """Return where in the row of numbers the answer changes, and to what."""
    answers = {row[column]: given for table, given in _answers(policy) for row in table.values()}
    row = [answers.get(number, ENOSYS) for number in range(FIRST_UNKNOWN)]
    changes = [(number, after) for number, (before, after) in enumerate(pairwise(row), 1) if before != after]
    return [(0, row[0]), *changes, (FIRST_UNKNOWN, ENOSYS)]


def _answers(policy: Policy) -> list[tuple[Table, int]]:
    """Return what the calls answer that are decided whatever their arguments."""

    def if_required(word: str) -> int:
        return ALLOW if policy.allows(word) else EPERM

    return [
        *((table, ALLOW) for table in ALLOWED.values()),
        *((table, EPERM) for table in DENIED.values()),
        (syscalls.ABSENT, ENOSYS),
        (syscalls.ATTRIBUTES, ENOTSUP),
        (syscalls.NETWORK, if_required("loopback")),
        (syscalls.PROCESSES, if_required("processes")),
        # shutil.copy and its like set mode and times last: that must not fail a right attempt, and
        # must not reach a file outside. So the calls seem to succeed (see also decisions.utimensat).
        (syscalls.MODES, NOTHING_DONE if policy.allows("files") else EPERM),
    ]
