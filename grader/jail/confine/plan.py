"""Choose the layers that this machine offers, and put them on in the right order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from . import (
    finders,
    landlock,
    macos,
    network,
    privileges,
    readable,
    rlimits,
    seccomp,
    windows,
)
from .policy import ConfinementError, Gap, Layer, Offer, Policy


@dataclass(frozen=True)
class Facts:
    """What decides which layers there are; a test may make its own."""

    platform: str  # as sys.platform
    machine: str  # as os.uname().machine, on Linux
    landlock_abi: int
    seccomp: bool


@dataclass(frozen=True)
class Plan:
    """The layers of one policy on one machine, ready to be put on in each child."""

    steps: tuple[Layer, ...]
    missing: tuple[Gap, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Return the names of the layers, in the order in which they are put on."""
        return tuple(step.name for step in self.steps)

    def apply(self, scratch: str | None) -> tuple[str, ...]:
        """Confine the calling process for good, and return the layers that are on.

        Call it in the child, before it reads anything of the attempt. scratch is the folder that
        the child may write to, or None. A layer that can't be put on raises ConfinementError, and
        the child has to end: it is confined in part.
        """
        for step in self.steps:
            try:
                step.put_on(scratch)
            except OSError as error:
                raise ConfinementError(f"{step.name}: {error}") from error
        return self.layers


def prepare(policy: Policy, facts: Facts | None = None) -> Plan:
    """Ask the machine what it offers, and build all that the children share.

    Call it once, in the process that forks the children, or in the one that confines itself.
    """
    offers = list(_offers(policy, facts or observe()))
    return Plan(
        steps=tuple(offer for offer in offers if isinstance(offer, Layer)),
        missing=tuple(offer for offer in offers if isinstance(offer, Gap)),
    )


def observe() -> Facts:
    """Return the facts of the machine that this runs on."""
    if sys.platform != "linux":
        return Facts(sys.platform, machine="", landlock_abi=0, seccomp=False)
    return Facts(sys.platform, os.uname().machine, landlock.abi(), seccomp.available())


def _offers(policy: Policy, facts: Facts) -> Iterator[Offer]:
    if facts.platform == "linux":
        yield from _on_linux(policy, facts)
        return
    yield from rlimits.offers(policy, facts.platform)
    yield from windows.GAPS if facts.platform == "win32" else macos.GAPS


def _on_linux(policy: Policy, facts: Facts) -> Iterator[Offer]:
    """Yield the layers in the order in which they must be put on.

    A namespace needs the rights that changing the user gives up. Landlock needs more descriptors
    than the limits leave, and system calls that seccomp denies.
    """
    landlocked = facts.landlock_abi > 0
    yield privileges.own_session()
    yield from network.offers(policy)
    needed = (*readable.standard_library_folders(), *policy.readable, *policy.programs)
    drop, *kept = privileges.ordinary_user(policy, landlocked=landlocked, paths=needed)
    yield drop
    yield privileges.no_new_privileges()
    yield privileges.dies_with_its_parent(os.getpid(), os.getppid())
    yield privileges.not_dumpable()
    rules = list(readable.rules(policy)) if landlocked else []
    yield from readable.gaps(policy)
    if landlocked:  # it will deny the lists that imports need
        finders.keep_lists(finders.unlistable(rule.path for rule in rules if rule.rights & landlock.READ_DIR))
    yield from landlock.offers(policy, facts.landlock_abi, rules)
    yield from rlimits.offers(policy, facts.platform)
    yield from seccomp.offers(policy, facts.machine, facts.landlock_abi, present=facts.seccomp)
    yield from kept  # comes last, for it lowers no level
