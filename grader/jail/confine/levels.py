"""Make a level of what the canary observed. Runs in the judge; decides nothing by what was asked.

sealed       none of the probes is open
partial      some are, but files and the network are closed
split-only   files or the network are open: only the split of judge and jail protects the score
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from . import canary

Level = Literal["sealed", "partial", "split-only"]

# No mechanism without namespaces hides file metadata: it is named in reports, and no level's fault. Nor is
# a folder closed to the child where it is the judge's own user, or keeps a capability, which the report names.
RESIDUAL = frozenset({"stat_hidden", "stat_closed"})

# What an exercise gets by requiring it.
GRANTED = {
    "files": frozenset({"write_own_scratch"}),
    "threads": frozenset({"thread"}),
    # A process can start threads; semaphores lie in /dev/shm, and are futexes that are shared; who shares a
    # scratch folder needs locks.
    "processes": frozenset(
        {"fork", "thread", "write_shared_memory", "signal_all", "shared_futex", "free_space", "lock_record"}
    ),
    "loopback": frozenset({"listen"}),  # connecting to the judge's port stays forbidden
}

_REFUSALS = frozenset(
    {
        "EACCES",
        "EPERM",
        "ENOSYS",
        "ENOTSUP",  # the kernel or the file system has no such thing
        "EXDEV",  # Landlock's answer to moving a file between folders
        "ECONNREFUSED",  # in a network of its own, nobody listens
        "EAFNOSUPPORT",  # the kernel lacks this family of sockets
        "EPROTONOSUPPORT",
        "MemoryError",
        "no new thread",
        "no queue",
        "no_new_privs",
        "no such user",
        canary.NO_EFFECT,
        canary.ABSENT,
    }
)


def level(observed: Mapping[str, str], requires: Iterable[str]) -> tuple[Level, tuple[str, ...]]:
    """Return the level, and the probes that are open and shouldn't be.

    A probe that is missing from the report, or ended in a way that proves nothing (the hidden file
    wasn't there), counts as open.
    """
    granted = frozenset[str]().union(RESIDUAL, *(GRANTED[word] for word in requires))
    found = tuple(
        name for name in canary.PROBES if name not in granted and observed.get(name, "not tried") not in _REFUSALS
    )
    if not found:
        return "sealed", ()
    exposed = any(name in canary.FILES or name in canary.NETWORK for name in found)
    return ("split-only" if exposed else "partial"), found
