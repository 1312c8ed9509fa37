"""How late something is, and what that costs. Worked out each time, so that a date that moves needs nothing more.

A commit's own dates are free text and are never asked. What counts is when a server got it; or else that it was not
there yet at an earlier look, and whoever can't be shown to be late is not.
"""

import datetime
from collections.abc import Iterable
from fractions import Fraction

import msgspec

from grader.classroom.plan import Late, percent, span
from grader.cohort.rows import Decision, Instant, Sighting, TimeSource
from grader.errors import UsageError

DAY = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)
SECOND = datetime.timedelta(seconds=1)
NEVER = datetime.timedelta(0)


class Handed(msgspec.Struct, frozen=True):
    """When something was handed in, at the earliest that can be, and who says so; None where nobody can tell."""

    at: Instant | None
    source: TimeSource


class Cost(msgspec.Struct, frozen=True):
    """What lateness costs: days that are late, those that were free, and the part of the points that is taken off."""

    days: int = 0
    free: int = 0
    penalty: Fraction = Fraction(0)
    refused: bool = False


def handed(sightings: Iterable[Sighting]) -> Handed:
    """When the same bytes were first handed in, by the sightings of each commit that has them."""
    found = [_handed(one) for one in sightings]
    unknown = [one for one in found if one.at is None]
    return unknown[0] if unknown else min(found, key=lambda one: one.at or datetime.datetime.max)


def _handed(one: Sighting) -> Handed:
    if one.pushed_at is not None:
        return Handed(one.pushed_at, "push")
    return Handed(one.not_before, "sync" if one.not_before is not None else "none")


def due(decided: Instant | None, decisions: Iterable[Decision]) -> Instant | None:
    """A student's own date: the class's, or a later one that was given to them. None where nothing is ever late."""
    if decided is None:
        return None
    return max([decided, *(moved(decided, one.value) for one in decisions if one.kind == "extend")])


def moved(decided: Instant, value: str) -> Instant:
    """What an extension says: a span more than the class has, or a moment. Raises UsageError."""
    try:
        said = datetime.datetime.fromisoformat(value)
    except ValueError:
        return decided + span(value.removeprefix("+"))
    if said.tzinfo is None:
        raise UsageError(f"{value!r} has no zone: write it like 2026-12-16T23:59+01:00")
    return said


def by(handed: Handed, due: Instant | None, grace: str) -> datetime.timedelta:
    """How late that is; nothing within the grace, and none of a date's own last minute or second."""
    if handed.at is None or due is None or handed.at < last_moment(due) + span(grace):
        return NEVER
    return handed.at - due


def last_moment(due: Instant) -> Instant:
    """The first moment after a date: with 23:59 its whole minute is meant, with 23:59:30 its whole second."""
    return due + (SECOND if due.second or due.microsecond else MINUTE)


def cost(late: datetime.timedelta, policy: Late, per_topic: int, left: int) -> Cost:
    """What so much lateness costs, where a student may take `per_topic` free days in the topic and has `left`."""
    days = -(-late // DAY)
    free = max(0, min(days, per_topic, left))
    over = days - free
    if policy.after == "refuse" and over:
        return Cost(days, refused=True)
    rate = min(percent(policy.penalty.per_day) * over, percent(policy.penalty.at_most))
    return Cost(days, free, Fraction(rate, 100))
