"""A grade as the whole sum that it is, with where each part comes from."""

import datetime
from collections.abc import Iterator
from fractions import Fraction

from grader.cohort.grades import Grade, rounded
from grader.cohort.rows import Decision, Grading, Instant, Sighting

_STATES = {
    "waiting": "is not judged yet: grader cohort grade",
    "faulted": "could not be judged, which is no fault of the student's: {why}",
    "nothing": "nothing was handed in",
    "unread": "what is there is no attempt: {why}",
    "excused": "is excused and does not count",
    "withheld": "is withheld",
}


def lines(grade: Grade, sighting: Sighting | None, grading: Grading, decided: Instant | None) -> Iterator[str]:
    """The sum, a line for each step. `decided` is the class's date."""
    if grade.submission is not None and sighting is not None:
        yield f"handed in  commit {grade.submission.commit[:12]}, first seen {moment(sighting.seen_at)}; {_time(grade)}"
    if grade.judgement is not None:
        one = grade.judgement
        yield (
            f"judged     {one.score} of {one.points} points in grading {grading.id} "
            f"(suite {one.key.suite[:12]}, isolation {one.level}, {moment(one.judged_at)})"
        )
    yield from _due(grade, decided)
    if grade.judgement is not None:
        yield from _sum(grade)
    yield from (f"decision   {decision(one)}" for one in grade.decisions)
    if grade.before is not None:
        yield f"release    an earlier release had more, and this one lowers nobody: {_exact(grade.before)}"
    yield f"grade      {_grade(grade)}"


def _time(grade: Grade) -> str:
    if grade.handed.at is None:
        return "nobody looked before, so it counts as in time"
    if grade.handed.source == "push":
        return f"pushed {moment(grade.handed.at)}, as the server says"
    return f"it was not there yet {moment(grade.handed.at)}, and counts from then"


def _due(grade: Grade, decided: Instant | None) -> Iterator[str]:
    if decided is None or grade.due is None:
        yield "due        no date, so never late"
        return
    own = f", for this student {moment(grade.due)}" if grade.due != decided else ""
    yield f"due        {moment(decided)}{own}"
    if grade.late:
        days = f"{grade.cost.days} begun days" if grade.cost.days != 1 else "one begun day"
        yield f"late       {datetime.timedelta(seconds=round(grade.late_s))}: {days}, {grade.cost.free} of them free"


def _sum(grade: Grade) -> Iterator[str]:
    share = grade.share or Fraction(0)
    yield f"counts     {share} of the class's {grade.of} points: {_exact(share * grade.of)}"
    if grade.cost.refused:
        yield "refused    it came too late and does not count: 0"
    elif grade.cost.penalty:
        rate = grade.cost.penalty
        yield f"penalty    {rounded(rate * 100)} % of that: -{_exact(share * grade.of * rate)}"


def _grade(grade: Grade) -> str:
    if grade.points is not None:
        reason = f" ({_STATES[grade.state].format(why=grade.why)})" if grade.state in _STATES else ""
        return f"{_exact(grade.points)} of {grade.of}{reason}"
    return "none: " + _STATES[grade.state].format(why=grade.why)


def decision(one: Decision) -> str:
    """A decision in a line."""
    value = f" {one.value}" if one.value else ""
    return f"{one.id}: {one.kind}{value}, by {one.author}, {moment(one.at)}: {one.reason}"


def moment(at: Instant | None) -> str:
    """A moment, in the zone that it was said in."""
    return "at no known time" if at is None else at.strftime("%Y-%m-%d %H:%M:%S %Z")


def _exact(points: Fraction) -> str:
    """Points as other systems get them, and as they are where that is not the same."""
    text = rounded(points)
    return text if Fraction(text) == points else f"{text} (exactly {points})"
