"""Landlock: which files, TCP ports and processes the child reaches.

Facts from Documentation/userspace-api/landlock.rst and include/uapi/linux/landlock.h of the kernel.
A ruleset handles (denies) everything that the running kernel knows; a rule then gives back rights
below one file or folder. What an older kernel doesn't handle is left to seccomp.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass

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


def offers(policy: Policy, version: int, rules: Iterable[Rule]) -> list[Offer]:
    """Return the Landlock layer for these rules, or say that the kernel has none."""
    if not version:
        return [
            Gap(
                "landlock",
                "the kernel offers no Landlock, so files of this user can be read and changed",
                "run Linux 5.13 or later with landlock among its security modules (lsm=)",
            )
        ]
    ruleset = _Ruleset(version, tcp=not policy.allows("loopback"))
    for rule in rules:
        ruleset.allow(rule)
    if not policy.allows("files"):
        ruleset.forget_anchors()
    offered: list[Offer] = [Layer(f"landlock(abi {version})", ruleset.enforce)]
    if version < ABI_WITH_SIGNALS and policy.allows("processes"):
        offered.append(
            Gap(
                "landlock signal scope",
                "an exercise with processes may signal, and so needs the kernel to limit whom",
                f"run Linux 6.12 or later (Landlock ABI {ABI_WITH_SIGNALS}, this is {version})",
            )
        )
    return offered


class _Ruleset:
    """A ruleset that was built once and is enforced by each child.

    Every child without a scratch folder enforces the same one. A child with a scratch folder needs
    a ruleset of its own, since a rule that is added to the shared one would hold for its siblings;
    the files that the rules name (anchors) stay open for that, which is quicker than opening again.
    """

    def __init__(self, version: int, *, tcp: bool) -> None:
        self._version = version
        self._tcp = tcp
        self._handled = _handled(version)
        self._anchors: list[int] = []
        self._attributes: list[bytes] = []
        self._fd = self._create()

    def allow(self, rule: Rule) -> None:
        """Add one rule; a path that doesn't exist is left out."""
        try:
            anchor = os.open(rule.path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return
        rights = rule.rights & self._handled
        if not os.path.isdir(rule.path):
            rights &= _ON_A_FILE
        attribute = _path_beneath(rights, anchor)
        self._anchors.append(anchor)
        self._attributes.append(attribute)
        kernel.syscall(ADD_RULE, self._fd, _RULE_PATH_BENEATH, attribute, 0)

    def forget_anchors(self) -> None:
        """Close the files that the rules name: the shared ruleset no longer needs them."""
        for anchor in self._anchors:
            os.close(anchor)
        self._anchors.clear()
        self._attributes.clear()

    def enforce(self, scratch: str | None) -> None:
        """Confine the calling process, for good; the descriptors are closed."""
        mine = self._fd if scratch is None else self._with_scratch(scratch)
        kernel.syscall(RESTRICT_SELF, mine, 0)
        os.close(mine)
        if mine != self._fd:
            os.close(self._fd)
        self.forget_anchors()

    def _with_scratch(self, scratch: str) -> int:
        """Return a new ruleset: the shared rules, and one for the scratch folder."""
        mine = self._create()
        for attribute in self._attributes:
            kernel.syscall(ADD_RULE, mine, _RULE_PATH_BENEATH, attribute, 0)
        # O_NOFOLLOW: the folder itself, never what a link of its name points to.
        anchor = os.open(scratch, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        attribute = _path_beneath(SCRATCH & self._handled, anchor)
        kernel.syscall(ADD_RULE, mine, _RULE_PATH_BENEATH, attribute, 0)
        os.close(anchor)
        return mine

    def _create(self) -> int:
        """Return the descriptor of an empty ruleset that handles all that the kernel knows."""
        fields = [self._handled]
        if self._version >= _ABI_WITH_TCP:
            fields.append(_TCP_BIND_AND_CONNECT if self._tcp else 0)
        if self._version >= ABI_WITH_SIGNALS:
            fields.append(_ABSTRACT_SOCKETS_AND_SIGNALS)
        attribute = struct.pack(f"={len(fields)}Q", *fields)
        return kernel.syscall(CREATE_RULESET, attribute, len(attribute), 0)


def _handled(version: int) -> int:
    """Return the file-system rights that this version can deny, as bits."""
    return next((1 << count) - 1 for since, count in _RIGHTS_BY_ABI if version >= since)


def _path_beneath(rights: int, anchor: int) -> bytes:
    """Return a packed struct landlock_path_beneath_attr."""
    return struct.pack("=Qi", rights, anchor)
