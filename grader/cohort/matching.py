"""Who in a list is whom in the roster: the same account is taken, what only looks alike is for a person to confirm."""

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from grader.cohort.roster import COLUMNS, UNIQUE, Person, Roster, same
from grader.errors import UsageError

ALIKE = 0.75  # of two names; a person looks at each
NEW = "new"


@dataclass(frozen=True)
class Proposal:
    """Somebody in the list who may be one of these students, the likeliest first."""

    person: Person
    students: tuple[str, ...]  # their keys


@dataclass(frozen=True)
class Matched:
    """What came of a list: the roster with it, and what a person has to look at."""

    people: tuple[Person, ...]
    added: tuple[str, ...]  # keys of students that are new
    filled: tuple[str, ...]  # keys of students of whom more is known now
    proposals: tuple[Proposal, ...]
    unmatched: tuple[Person, ...]  # in the list, and nobody in the roster
    missing: tuple[Person, ...]  # in the roster, and nobody in the list
    differing: tuple[str, ...]  # what the list says otherwise than the roster, which stays as it is


def match(roster: Roster, found: Sequence[Person], students: bool, confirmed: Mapping[str, str]) -> Matched:
    """Joins a list with the roster. `students` says that who is in the list takes part.

    Raises UsageError where a confirmation means nobody, or one in the list is two in the roster.
    """
    keys = {person.student: who for who, person in roster}
    _check(found, confirmed, keys)
    merged = dict(roster.people)
    added: list[Person] = []
    filled, differing, proposals, unmatched, hit = [], [], [], [], set()
    open_ = []
    for one in found:
        who = keys.get(_said(one, confirmed) or "") or _exact(roster, one)
        if who is None:
            open_.append(one)
            continue
        if who in hit:
            key = merged[who].student
            raise UsageError(f"two in the list are {key}, and {name(one)} is the second: nothing was changed")
        hit.add(who)
        merged[who], more, other = _joined(merged[who], one)
        filled += [merged[who].student] if more else []
        differing += other
    free = {who: person for who, person in roster if who not in hit}
    for one in open_:
        near = () if _said(one, confirmed) == NEW else _near(one, free)
        if near:
            proposals.append(Proposal(one, near))
        elif students or _said(one, confirmed) == NEW:
            added.append(one if one.student else msgspec.structs.replace(one, student=one.github or one.email))
        else:
            unmatched.append(one)
    return Matched(
        (*merged.values(), *added),
        tuple(one.student for one in added),
        tuple(filled),
        tuple(proposals),
        tuple(unmatched),
        tuple(free.values()),
        tuple(differing),
    )


def name(one: Person) -> str:
    """What somebody in a list is called where they are to be confirmed."""
    return one.github or one.student or one.email


def _said(one: Person, confirmed: Mapping[str, str]) -> str | None:
    return confirmed.get(name(one))


def _check(found: Sequence[Person], confirmed: Mapping[str, str], keys: Mapping[str, str]) -> None:
    names = {name(one) for one in found}
    for said, student in confirmed.items():
        if said not in names:
            raise UsageError(f"nobody in the list is {said!r}; nothing was changed")
        if student != NEW and student not in keys:
            raise UsageError(f"nobody in the roster has the key {student!r}; nothing was changed")


def _exact(roster: Roster, one: Person) -> str | None:
    hits = {who for column in UNIQUE if one.get(column) and (who := roster.who(column, one.get(column)))}
    if len(hits) > 1:
        both = " and ".join(sorted(roster.people[who].student for who in hits))
        raise UsageError(f"{name(one)} has what the roster has of {both}: mend it; nothing was changed")
    return hits.pop() if hits else None


def _joined(known: Person, new: Person) -> tuple[Person, bool, list[str]]:
    """A student with what a list adds; where both say something, the roster is right."""
    more, other = {}, []
    for column in COLUMNS:
        was, said = known.get(column), new.get(column)
        if said and not was:
            more[column] = said
        elif said and column in UNIQUE and column != "student" and same(column, said) != same(column, was):
            other.append(f"{known.student}: {column} is {was} in the roster, and {said} in the list")
    return msgspec.structs.replace(known, **more), bool(more), other


def _near(one: Person, free: Mapping[str, Person]) -> tuple[str, ...]:
    rated = sorted(((_likeness(one, person), person.student) for person in free.values()), reverse=True)
    return tuple(key for likeness, key in rated[:3] if likeness >= ALIKE)


def _likeness(one: Person, other: Person) -> float:
    """How alike the names, addresses and accounts of two are."""
    return max(
        (
            difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio()
            for mine in _words(one)
            for theirs in _words(other)
        ),
        default=0.0,
    )


def _words(one: Person) -> set[str]:
    said = (one.name, one.email.partition("@")[0], one.github, one.login.partition("@")[0])
    return {plain for text in said if len(plain := _plain(text)) >= 4}


def _plain(text: str) -> str:
    """A name without accents, signs and case, its words in order, so that `Ärcher, Ann` is `ann archer`."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    words = "".join(sign if sign.isalnum() else " " for sign in bare.casefold()).split()
    return " ".join(sorted(words))
