"""Classic BPF, as far as a filter of system calls needs it: what its parts are made of.

A part begins by loading what it looks at. One that ends in an answer is a decision; another is a
test, which goes on with what comes after it where it does not apply.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

Instruction = tuple[int, int, int, int]  # struct sock_filter: code, jump if true, if false, value
Part = list[Instruction]

# Codes from include/uapi/linux/bpf_common.h: class | size or operation | mode or source.
LOAD = 0x20
IF_EQUAL, IF_AT_LEAST, IF_ANY_BIT = 0x15, 0x35, 0x45
AND = 0x54
RETURN = 0x06

# Answers from include/uapi/linux/seccomp.h.
ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
EPERM = _ERRNO | errno.EPERM
ENOSYS = _ERRNO | errno.ENOSYS
ENOTSUP = _ERRNO | errno.ENOTSUP
NOTHING_DONE = _ERRNO | 0  # the call seems to succeed, and has no effect

# Offsets in struct seccomp_data.
NUMBER, ARCHITECTURE, _ARGUMENTS = 0, 4, 16


def answer(value: int) -> Instruction:
    """Return the instruction that ends the program with an answer."""
    return (RETURN, 0, 0, value)


def load_argument(index: int, *, upper: bool = False) -> Instruction:
    """Load 32 of an argument's 64 bits; both architectures are little-endian."""
    return (LOAD, 0, 0, _ARGUMENTS + 8 * index + 4 * upper)


def match(values: Iterable[int], decision: Part) -> Part:
    """Decide so if what is loaded is one of these values."""
    tests = list(values)
    last = len(tests) - 1
    return [
        *((IF_EQUAL, last - i, len(decision) if i == last else 0, value) for i, value in enumerate(tests)),
        *decision,
    ]


def among(argument: int, values: Iterable[int], found: int) -> Part:
    """Give an answer if the argument is one of these."""
    return [load_argument(argument), *match(values, [answer(found)])]


def only(argument: int, values: Iterable[int], otherwise: int = EPERM) -> Part:
    """Allow the call if the argument is one of these."""
    return [*among(argument, values, ALLOW), answer(otherwise)]


def one_of(argument: int, decisions: Mapping[int, Part]) -> Part:
    """Decide by the value of an argument; any other is denied."""
    parts = ([load_argument(argument), *match((value,), decision)] for value, decision in decisions.items())
    return [*chain.from_iterable(parts), answer(EPERM)]


def refuse_bits(argument: int, bits: int) -> Part:
    """Deny the call if the argument has any of these bits."""
    return [load_argument(argument), (IF_ANY_BIT, 0, 1, bits), answer(EPERM)]


def no_bits(argument: int, bits: int) -> Part:
    """Allow the call if the argument has none of these bits."""
    return [*refuse_bits(argument, bits), answer(ALLOW)]


def only_bits(argument: int, bits: int) -> Part:
    """Allow the call if the argument has no other bits."""
    return no_bits(argument, ~bits & 0xFFFFFFFF)


def search(segments: Sequence[tuple[int, int]]) -> Part:
    """Give the answer of the segment that the loaded value lies in: each goes from its start to the next one's."""
    if len(segments) == 1:
        return [answer(segments[0][1])]
    middle = len(segments) // 2
    below, above = search(segments[:middle]), search(segments[middle:])
    return [(IF_AT_LEAST, len(below), 0, segments[middle][0]), *below, *above]
