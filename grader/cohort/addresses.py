"""Where each student's work lies: as the roster says, else as `repositories` in class.toml does for their account."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.cohort import git
from grader.cohort.room import Room
from grader.cohort.roster import Person
from grader.cohort.sync import Source
from grader.errors import UsageError

_FIELD = re.compile(r"\{(\w+)\}")
_PLAIN = re.compile(r"[\w.@+-]+", re.ASCII)


@dataclass(frozen=True)
class Addresses:
    """Where to look, and why some can't be looked at, by pseudonym."""

    sources: tuple[Source, ...]
    missing: dict[str, str]


def find(room: Room, people: Iterable[tuple[str, Person]], only: Sequence[str] = ()) -> Addresses:
    """The address of each student, or of some. Raises UsageError where class.toml has a pattern that is none."""
    sources, missing = [], {}
    for who, person in people:
        if only and who not in only:
            continue
        try:
            sources.append(Source(who, git.address(_address(room, person), room.folder)))
        except UsageError as error:
            missing[who] = str(error)
    return Addresses(tuple(sources), missing)


def _address(room: Room, person: Person) -> str:
    if person.repository:
        return person.repository
    pattern = room.plan.repositories
    if pattern is None:
        raise UsageError(
            "no address is known: give class.toml a line like repositories = "
            '"https://github.com/ORGANISATION/cs101-{github}.git", or roster.csv a column called repository'
        )
    return _FIELD.sub(lambda found: _value(person, found[1]), pattern)


def _value(person: Person, column: str) -> str:
    said = person.get(column)
    if not said:
        raise UsageError(f"the roster has no {column} for this student")
    if not _PLAIN.fullmatch(said) or ".." in said:
        raise UsageError(f"{said[:60]!r} can't be part of an address")
    return said
