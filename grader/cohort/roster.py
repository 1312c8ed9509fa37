"""`roster.csv`: who takes part, and the only file of a class that has names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from grader.cohort import tables
from grader.cohort.room import Room
from grader.errors import UsageError
from grader.files import write_bytes

ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])|_){0,98}\Z")
# What tells a student apart from all others, where it is known.
UNIQUE = ("student", "email", "github", "github_id", "canvas_id", "sis_id", "login", "repository")
CASELESS = {"email", "github"}


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """A student as the roster has them. `student` is their key: a number or a name that stays the same."""

    student: str
    name: str = ""
    email: str = ""
    github: str = ""
    github_id: str = ""
    section: str = ""
    repository: str = ""  # where their work lies, if it can't be told from their account
    canvas_id: str = ""
    sis_id: str = ""
    login: str = ""  # as a learning platform has it
    other: dict[str, str] = {}  # columns that are nobody's here

    def get(self, column: str) -> str:
        """What the roster has in that column."""
        return str(getattr(self, column)) if column in COLUMNS else self.other.get(column, "")


COLUMNS = tuple(name for name in Person.__struct_fields__ if name != "other")
FIRST = COLUMNS[:6]  # those that are always written


@dataclass(frozen=True)
class Roster:
    """Everybody, by pseudonym, in the order of the file."""

    people: dict[str, Person]
    columns: tuple[str, ...] = field(default=FIRST)

    def __iter__(self) -> Iterator[tuple[str, Person]]:
        return iter(self.people.items())

    def __len__(self) -> int:
        return len(self.people)

    @cached_property
    def _by_account(self) -> dict[tuple[str, str], str]:
        return {
            (column, said): who
            for who, person in self.people.items()
            for column in UNIQUE
            if (said := same(column, person.get(column)))
        }

    def who(self, column: str, said: str) -> str | None:
        """The pseudonym of who has that in this column, if anybody."""
        return self._by_account.get((column, same(column, said)))

    def find(self, word: str) -> str:
        """The pseudonym of who is meant: by pseudonym, key, account or address. Raises UsageError."""
        word = word.strip()
        if word in self.people:
            return word
        found = {who for column in UNIQUE if (who := self.who(column, word))}
        if len(found) == 1:
            return found.pop()
        if found:
            raise UsageError(f"{word!r} means {len(found)} students: use a pseudonym, such as {sorted(found)[0]}")
        raise UsageError(f"nobody in roster.csv is {word!r}: use a key, an account, an address or a pseudonym")


def same(column: str, said: str) -> str:
    """What two spellings have in common that mean the same account."""
    return said.strip().casefold() if column in CASELESS else said.strip()


def read(room: Room) -> Roster:
    """The roster of a class. Raises UsageError, with the line, where it can't be understood or contradicts itself."""
    table = tables.read(room.roster)
    if "student" not in table.columns:
        raise UsageError(f"{room.roster} has no column called student, which has each student's key")
    found: dict[str, Person] = {}
    lines: dict[tuple[str, str], int] = {}
    for row in table.rows:
        one = person(row.cells)
        where = f"{room.roster}, line {row.line}"
        if not one.student:
            raise UsageError(f"{where}: there is no key in the column student; nothing was changed")
        if one.github and not ACCOUNT.match(one.github):
            raise UsageError(f"{where}: {one.github[:60]!r} is no account of GitHub; nothing was changed")
        for column in UNIQUE:
            said = same(column, one.get(column))
            if said and (first := lines.setdefault((column, said), row.line)) != row.line:
                what = "this student is" if column == "student" else f"this {column} ({said[:80]}) is"
                raise UsageError(f"{where}: {what} in line {first} already: leave one of both; nothing was changed")
        who = room.pseudonym(one.student)
        if who in found:
            raise UsageError(f"{where}: this key makes the same pseudonym as another one: write it in another way")
        found[who] = one
    return Roster(found, table.columns)


def person(cells: dict[str, str]) -> Person:
    """Who a row with the roster's columns has."""
    said = {name: cells.get(name, "").strip() for name in COLUMNS}
    other = {name: cell for name, cell in cells.items() if name and name not in COLUMNS}
    return Person(**said, other=other)


def write(room: Room, people: Iterable[Person], columns: tuple[str, ...]) -> None:
    """Writes the roster, whole or not at all: its own columns, those that are needed, and those of the teacher's."""
    people = list(people)
    needed = [name for name in COLUMNS if name in FIRST or any(one.get(name) for one in people)]
    names = [*columns, *(name for name in needed if name not in columns)]
    write_bytes(room.roster, tables.written(names, [[one.get(name) for name in names] for one in people]))
