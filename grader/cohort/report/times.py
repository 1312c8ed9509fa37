"""When a topic was handed in, seen from its date."""

import datetime
from collections import Counter
from dataclasses import dataclass

from grader.cohort.report.entries import Topic

DAY = datetime.timedelta(days=1)
FAR = 14  # days before or after the date that are told apart


@dataclass(frozen=True)
class Line:
    """How many came on which day before (negative) or after the date; `unknown` is how many nobody can tell."""

    days: tuple[tuple[str, int], ...]
    unknown: int


def line(topic: Topic) -> Line:
    """The days on which something came, in their order; without a date by the calendar."""
    there = [one.at for one in topic.entries if one.at is not None]
    unknown = sum(one.at is None and one.state != "not begun" for one in topic.entries)
    if topic.due is None:
        days = Counter(at.date().isoformat() for at in there)
        return Line(tuple(sorted(days.items())), unknown)
    due = topic.due
    places = Counter(
        max(-FAR, min(FAR, -((due - at) // DAY) - 1 if at <= due else (at - due) // DAY + 1)) for at in there
    )
    return Line(tuple((_called(place), places[place]) for place in sorted(places)), unknown)


def _called(place: int) -> str:
    if place == 1:
        return "up to 1 day late"
    if place > 1:
        return f"{place - 1} to {place} days late" if place < FAR else f"more than {FAR - 1} days late"
    if place <= -FAR:
        return f"more than {FAR - 1} days before"
    return "in the last 24 hours" if place == -1 else f"{-place - 1} to {-place} days before"
