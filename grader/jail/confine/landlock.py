"""Landlock: which files, TCP ports and processes the child reaches.

Facts from Documentation/userspace-api/landlock.rst and include/uapi/linux/landlock.h of the kernel.
A ruleset handles (denies) everything that the running kernel knows; a rule then gives back rights
below one file or folder. What an older kernel doesn't handle is left to seccomp.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from . import kernel
from .policy import Gap, Layer, Offer, Policy

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1

EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3
REMOVE_DIR = 1 << 4
REMOVE_FILE = 1 << 5
MAKE_DIR = 1 << 7
MAKE_REG = 1 << 8
REFER = 1 << 13  # since ABI 2
TRUNCATE = 1 << 14  # since ABI 3

# No symbolic links, sockets, pipes or devices: whoever reads the folder later, outside the jail,
# should meet plain files and folders only.
SCRATCH = WRITE_FILE | READ_FILE | READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
# The rights that a rule for a single file may hold; the kernel refuses others there.
_ON_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE

# How many file-system rights each version handles (bit n is the n-th right).
_RIGHTS_BY_ABI = ((9, 17), (5, 16), (3, 15), (2, 14), (1, 13))
_TCP_BIND_AND_CONNECT = 0b11  # since ABI 4
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11  # since ABI 6

ABI_WITH_TRUNCATE = 3
_ABI_WITH_TCP = 4
ABI_WITH_SIGNALS = 6


@dataclass(frozen=True)
class Rule:
    """Rights below one file or folder."""

    path: str
    rights: int


def abi() -> int:
    """Return the version of Landlock that the running kernel offers, 0 for none."""
    try:
        return kernel.syscall(CREATE_RULESET, None, 0, _CREATE_RULESET_VERSION)
    except OSError:
        return 0


def offers(policy: Policy, version: int, rules: Sequence[Rule]) -> list[Offer]:
    """Return the Landlock layer for these rules, or say that the kernel has none."""
    if not version:
        return [
            Gap(
                "landlock",
                "the kernel offers no Landlock, so files of this user can be read and changed",
                "run Linux 5.13 or later with landlock among its security modules (lsm=)",
            )
        ]
    known = _Abi(version, tcp=not policy.allows("loopback"))
    if policy.scratches is None:
        put_on = partial(_enforce, known.ruleset(rules))
    else:
        shared = known.ruleset([*rules, Rule(policy.scratches, SCRATCH)])
        put_on = partial(_enforce_both, known, shared, around(rules, policy.scratches))
    offered: list[Offer] = [Layer(f"landlock(abi {version})", put_on)]
    if version < ABI_WITH_SIGNALS and policy.allows("processes"):
        offered.append(
            Gap(
                "landlock signal scope",
                "an exercise with processes may signal, and so needs the kernel to limit whom",
                f"run Linux 6.12 or later (Landlock ABI {ABI_WITH_SIGNALS}, this is {version})",
            )
        )
    return offered


def around(rules: Iterable[Rule], scratches: str) -> list[Rule]:
    """Return few rules that give what these rules give, and more, but not what lies in the folder of scratch folders.

    Each is for the widest folder that doesn't hold that folder; a rule for one that does stays as it is.
    """
    hole = os.path.realpath(scratches)
    rights: dict[str, int] = {}
    for rule in rules:
        path = os.path.realpath(rule.path)
        while not _holds(parent := os.path.dirname(path), hole):
            path = parent
        rights[path] = rights.get(path, 0) | rule.rights
    return [Rule(path, given) for path, given in rights.items()]


def _holds(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _enforce(ruleset: int, _: str | None) -> None:
    """Confine the calling process to a ruleset, for good, and close it."""
    kernel.syscall(RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _enforce_both(known: _Abi, shared: int, wide: list[Rule], scratch: str | None) -> None:
    """Confine the calling process to the shared ruleset, and within it to a scratch folder of its own.

    A rule for that folder can't be added to the shared ruleset: it would hold for the siblings, too. To copy the
    ruleset, hundreds of rules, would take each child a millisecond. So the shared one allows all scratch folders,
    and a second layer, of few rules, all that is not in them, and one of them.
    """
    own = known.ruleset(wide)
    if scratch is not None:
        # O_NOFOLLOW: the folder itself, never what a link of its name points to.
        known.allow(own, os.open(scratch, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC), SCRATCH)
    _enforce(shared, None)
    _enforce(own, None)


class _Abi:
    """What the running kernel can deny, which every ruleset denies."""

    def __init__(self, version: int, *, tcp: bool) -> None:
        self._handled = _handled(version)
        fields = [self._handled]
        if version >= _ABI_WITH_TCP:
            fields.append(_TCP_BIND_AND_CONNECT if tcp else 0)
        if version >= ABI_WITH_SIGNALS:
            fields.append(_ABSTRACT_SOCKETS_AND_SIGNALS)
        self._attribute = struct.pack(f"={len(fields)}Q", *fields)

    def ruleset(self, rules: Iterable[Rule]) -> int:
        """Return the descriptor of a ruleset; a rule whose path can't be opened is left out."""
        made = kernel.syscall(CREATE_RULESET, self._attribute, len(self._attribute), 0)
        for rule in rules:
            try:
                anchor = os.open(rule.path, os.O_PATH | os.O_CLOEXEC)
            except OSError:
                continue
            self.allow(made, anchor, rule.rights)
        return made

    def allow(self, ruleset: int, anchor: int, rights: int) -> None:
        """Add a rule for the file or folder that is open as `anchor`, which is closed."""
        given = rights & self._handled
        if not stat.S_ISDIR(os.fstat(anchor).st_mode):
            given &= _ON_A_FILE
        kernel.syscall(ADD_RULE, ruleset, _RULE_PATH_BENEATH, struct.pack("=Qi", given, anchor), 0)
        os.close(anchor)


def _handled(version: int) -> int:
    """Return the file-system rights that this version can deny, as bits."""
    return next((1 << count) - 1 for since, count in _RIGHTS_BY_ABI if version >= since)
