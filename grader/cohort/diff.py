"""Who moves from one state of the grades to another, by how much, and by which tests."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from grader.classroom.plan import Plan
from grader.cohort import grades
from grader.cohort.gradebook import Gradebook
from grader.cohort.grades import Grade
from grader.cohort.rows import Grading, Judgement
from grader.errors import UsageError
from grader.verdicts import AttemptResult

RELEASED = "released"


class Move(msgspec.Struct, frozen=True):
    """A grade that is another one: its points before and after (None: there is none), and the tests that end
    otherwise, each with both verdicts.
    """

    student: str
    topic: str
    before: Fraction | None
    after: Fraction | None
    tests: tuple[tuple[str, str, str], ...] = ()

    @property
    def by(self) -> Fraction:
        return (self.after or Fraction(0)) - (self.before or Fraction(0))


View = Mapping[tuple[str, str], Grade]


def of(book: Gradebook, plan: Plan, name: str, records: grades.Records) -> View:
    """The grades that `name` means: a grading by its number as it is now, or what is released."""
    if name == RELEASED:
        return grades.released(book, plan, records)
    return grades.view(plan, grading(book, name), records)


def grading(book: Gradebook, name: str = "") -> Grading:
    """The grading with that number, or the newest. Raises UsageError if there is none."""
    known = book.gradings()
    if not known:
        raise UsageError("nothing was graded yet: grader cohort grade")
    if not name:
        return known[-1]
    for one in known:
        if str(one.id) == name:
            return one
    raise UsageError(f"there is no grading {name!r}: they are 1 to {known[-1].id}, or {RELEASED}")


def between(book: Gradebook, before: View, after: View) -> list[Move]:
    """Everybody whose points are others, those first who lose most."""
    moves = []
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        points = (one.points if one else None, other.points if other else None)
        if points[0] != points[1]:
            tests = _tests(book, one.judgement if one else None, other.judgement if other else None)
            moves.append(Move(*key, *points, tests))
    return sorted(moves, key=lambda one: (one.by, one.student, one.topic))


def _tests(book: Gradebook, one: Judgement | None, other: Judgement | None) -> tuple[tuple[str, str, str], ...]:
    if one is None or other is None or one.key == other.key:
        return ()
    before, after = _verdicts(book, one), _verdicts(book, other)
    names = [*before, *(name for name in after if name not in before)]
    both = ((name, before.get(name, "no such test"), after.get(name, "no such test")) for name in names)
    return tuple(one for one in both if one[1] != one[2])


def _verdicts(book: Gradebook, judgement: Judgement) -> dict[str, str]:
    whole = book.judgement(judgement.key)
    if whole is None:
        return {}
    return {test.id: test.verdict for test in msgspec.json.decode(whole.result, type=AttemptResult).tests}


def lines(moves: Sequence[Move]) -> list[list[str]]:
    """The same as rows of a table."""
    return [
        [
            one.student,
            one.topic,
            said(one.before),
            said(one.after),
            ("+" if one.by >= 0 else "-") + grades.rounded(abs(one.by)),
            "; ".join(f"{name}: {was} -> {now}" for name, was, now in one.tests),
        ]
        for one in moves
    ]


def said(points: Fraction | None) -> str:
    """Points in a table; a dash where there are none."""
    return "-" if points is None else grades.rounded(points)
