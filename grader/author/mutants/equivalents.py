"""The mutants that no fair test can tell from the reference, each with its reason."""

from collections import Counter
from collections.abc import Collection, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import msgspec

from grader.errors import ExerciseError

from .mutant import Mutant

__all__ = ["MAX_EQUIVALENT", "Equivalent", "Sifted", "read_equivalents", "sift"]

MAX_EQUIVALENT = Fraction(12, 100)
"""The largest share of a generator's mutants that an exercise may call equivalent."""

_Text = Annotated[str, msgspec.Meta(pattern=r"\S")]


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `equivalent.toml`."""

    identity: Annotated[str, msgspec.Meta(pattern=r"^[a-z-]+:[0-9a-f]{16}$")]
    change: _Text
    """For the reader: what the mutant changes."""
    reason: _Text
    """Why no test that the brief allows can fail on it."""

    @property
    def generator(self) -> str:
        """Whose mutant it is."""
        return self.identity.partition(":")[0]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    equivalent: tuple[Equivalent, ...] = ()


class Sifted(msgspec.Struct, frozen=True):
    """Survivors with and without a reason, and reasons without a survivor."""

    listed: tuple[Mutant, ...]
    unlisted: tuple[Mutant, ...]
    """Each of these is work: a test, or an entry."""
    killed: tuple[Equivalent, ...]
    """Stale: a test kills the mutant, so it is not equivalent."""
    gone: tuple[Equivalent, ...]
    """Stale: the generator makes no such mutant any more."""
    shares: dict[str, Fraction]
    """By generator: listed mutants of all that it made."""

    @property
    def too_many(self) -> tuple[str, ...]:
        """The generators of which more is listed than MAX_EQUIVALENT allows."""
        return tuple(name for name, share in self.shares.items() if share > MAX_EQUIVALENT)

    @property
    def clean(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.unlisted or self.killed or self.gone or self.too_many)


def read_equivalents(path: Path) -> tuple[Equivalent, ...]:
    """The entries of an exercise's `equivalent.toml`; none when there is no such file.

    Raises ExerciseError, with the file and the key, when it can't be read as one.
    """
    try:
        entries = msgspec.toml.decode(path.read_bytes(), type=_File).equivalent
    except FileNotFoundError:
        return ()
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{path}: {error}. Each [[equivalent]] needs identity, change and reason.") from error
    counts = Counter(entry.identity for entry in entries)
    for identity, count in counts.items():
        if count > 1:
            raise ExerciseError(f"{path}: {identity} is listed {count} times; keep one entry.")
    return entries


def sift(mutants: Sequence[Mutant], survivors: Collection[str], equivalents: Sequence[Equivalent]) -> Sifted:
    """Sorts survivors into listed and unlisted, and finds the entries that are stale.

    `mutants` are all that were run, `survivors` the identities of those that no test failed on.
    An entry of a generator that made none of the mutants is left out of account: its tool may be
    missing.
    """
    made = Counter(mutant.generator for mutant in mutants)
    alive = [mutant for mutant in mutants if mutant.identity in survivors]
    entries = {entry.identity: entry for entry in equivalents if entry.generator in made}
    listed = tuple(mutant for mutant in alive if mutant.identity in entries)
    known = {mutant.identity for mutant in mutants}
    stale = entries.keys() - {mutant.identity for mutant in listed}
    counts = Counter(mutant.generator for mutant in listed)
    return Sifted(
        listed=listed,
        unlisted=tuple(mutant for mutant in alive if mutant.identity not in entries),
        killed=tuple(entries[name] for name in entries if name in stale & known),
        gone=tuple(entries[name] for name in entries if name in stale - known),
        shares={name: Fraction(counts[name], count) for name, count in made.items()},
    )
