"""What a confinement is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

REQUIRABLE = frozenset({"files", "threads", "processes", "loopback"})


class ConfinementError(Exception):
    """A layer that was promised could not be put on; the child must end."""


@dataclass(frozen=True)
class Policy:
    """What one exercise may use. Everything that is not named here is denied."""

    memory_mb: int  # address space of one process
    file_mb: int  # size of one written file
    open_files: int
    cpu_seconds: int
    requires: frozenset[str]  # of REQUIRABLE
    readable: tuple[str, ...]  # files and folders beside the Python installation
    scratches: str | None = None  # the folder that holds every child's scratch folder, where they have such
    programs: tuple[str, ...] = ()  # what a child with processes may start; without any a Python

    def __post_init__(self) -> None:
        """Refuse a word that no layer would read: it would seem granted and be denied."""
        unknown = sorted(self.requires - REQUIRABLE)
        if unknown:
            known = ", ".join(sorted(REQUIRABLE))
            raise ValueError(f"unknown in requires: {', '.join(unknown)}; known are {known}")

    def allows(self, *words: str) -> bool:
        """Return True if the exercise requires any of these words."""
        return not self.requires.isdisjoint(words)


@dataclass(frozen=True)
class Gap:
    """What this platform lacks, why, and how to mend it: one line each."""

    layer: str
    why: str
    mend: str


@dataclass(frozen=True)
class Layer:
    """One part of the confinement: its name, and the call that puts it on in the child.

    The call gets the child's scratch folder, or None, and raises OSError if it can't be done.
    """

    name: str
    put_on: Callable[[str | None], None]


Offer = Layer | Gap
