"""What a mutant is, and how one is made from a difference between two outlines."""

import hashlib
from collections import Counter
from collections.abc import Iterable

import msgspec

from .change import describe
from .outline import Difference

__all__ = ["Draft", "Mutant", "finished"]


class Mutant(msgspec.Struct, frozen=True):
    """A module with one small fault in it."""

    generator: str
    """Who made it: `own` or `cosmic-ray`."""
    operator: str
    """The kind of fault, in kebab case: `delete-statement`."""
    line: int
    """Where the fault is, as a line of the original source."""
    change: str
    """One readable line: "`while tries < limit` -> `while tries <= limit`"."""
    source: str
    """The whole mutated module."""
    identity: str
    """A name that survives edits elsewhere in the file: `own:3f9c0a4be1d27756`."""


class Draft(msgspec.Struct, frozen=True):
    """A mutant before it has its identity, for which its equals have to be known."""

    generator: str
    operator: str
    line: int
    unit: int
    """Which part of the module is changed, counted from its beginning."""
    difference: Difference
    source: str

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it stands in the list of all: by its place in the source, not by its operator."""
        return self.unit, self.difference.start, self.operator


def finished(drafts: Iterable[Draft]) -> list[Mutant]:
    """The drafts as mutants, in the order of the source.

    An identity is a digest of the generator, the qualified name of the function or class, the
    normalised statements before and after, and an index among equal ones. The operator is left
    out: two operators never make the same mutant twice, and one may be renamed.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    mutants = []
    for draft in sorted(drafts, key=lambda draft: draft.place):
        key = (draft.generator, *draft.difference.key)
        mutants.append(
            Mutant(
                generator=draft.generator,
                operator=draft.operator,
                line=draft.line,
                change=describe(draft.difference),
                source=draft.source,
                identity=f"{draft.generator}:{_digest((*key, str(seen[key])))}",
            )
        )
        seen[key] += 1
    return mutants


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
