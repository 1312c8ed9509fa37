"""Grades: a view over what was handed in, how it was judged, when it came, and what was decided. Nothing of it is kept.

So a date that moves, or a decision that is added, changes each grade that follows from it, and needs no new judgement.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

import msgspec

from grader.classroom.plan import Plan
from grader.cohort import late
from grader.cohort.gradebook import Gradebook
from grader.cohort.late import Cost, Handed
from grader.cohort.rows import Decision, Fault, Fork, Grading, Instant, Judgement, Key, Release, Sighting, Submission

# graded: it has points. waiting: not judged yet. faulted: could not be judged. nothing: nothing was handed in.
# unread: what is there is no attempt. excused and withheld were decided.
State = Literal["graded", "waiting", "faulted", "nothing", "unread", "excused", "withheld"]


class Grade(msgspec.Struct, frozen=True):
    """What a student has in a topic, and each thing that it follows from. `points` is None where there is no grade."""

    student: str
    topic: str
    of: int
    state: State
    points: Fraction | None = None
    share: Fraction | None = None  # of the suite's points
    submission: Submission | None = None
    judgement: Judgement | None = None
    handed: Handed = Handed(None, "none")
    due: Instant | None = None
    late_s: float = 0.0
    cost: Cost = Cost()
    days_left: int = 0  # free days, before this topic
    decisions: tuple[Decision, ...] = ()
    why: str = ""
    before: Fraction | None = None  # what an earlier release had, where that is more

    @property
    def late(self) -> bool:
        return self.late_s > 0

    @property
    def override(self) -> Decision | None:
        """The decision that says the points, if one does."""
        return next((one for one in reversed(self.decisions) if one.kind == "override"), None)


@dataclass(frozen=True)
class Records:
    """What of a gradebook grades follow from, read once."""

    submissions: Mapping[tuple[str, str], Sequence[Submission]]
    sightings: Mapping[tuple[str, str], Sighting]
    judgements: Mapping[Key, Judgement]
    faults: Mapping[Key, Fault]
    decisions: Mapping[str, Sequence[Decision]]
    forks: Mapping[str, Fork]
    students: Sequence[str] = field(default=())


def read(book: Gradebook) -> Records:
    """All that grades follow from; a decision that was withdrawn is not among it."""
    submissions = defaultdict(list)
    for one in book.submissions():
        submissions[one.student, one.topic].append(one)
    decided = book.decisions()
    withdrawn = {one.value for one in decided if one.kind == "withdraw"}
    decisions = defaultdict(list)
    for decision in decided:
        if decision.kind != "withdraw" and str(decision.id) not in withdrawn:
            decisions[decision.student].append(decision)
    return Records(
        submissions,
        {(one.student, one.commit): one for one in book.sightings()},
        book.judgements(),
        book.faults(),
        decisions,
        book.forks(),
        book.students(),
    )


def released(book: Gradebook, plan: Plan, records: Records | None = None) -> dict[tuple[str, str], Grade]:
    """The grades that count: of the last release. Empty where there was none."""
    releases = book.releases()
    if not releases:
        return {}
    return as_released(book, plan, releases[-1], records or read(book))


def as_released(book: Gradebook, plan: Plan, release: Release, records: Records) -> dict[tuple[str, str], Grade]:
    """The grades of a release: of its grading as that stood then, with today's dates and decisions."""
    grading = next(one for one in book.gradings() if one.id == release.grading)
    found = view(plan, grading, records, release)
    earlier = [one for one in book.releases() if one.id < release.id]
    if release.never_lower and earlier:
        before = as_released(book, plan, earlier[-1], records)
        return {key: _not_lower(one, before.get(key)) for key, one in found.items()}
    return found


def _not_lower(grade: Grade, before: Grade | None) -> Grade:
    decided = grade.override is not None or grade.state in ("excused", "withheld")
    if decided or before is None or before.points is None or before.points <= (grade.points or 0):
        return grade
    return msgspec.structs.replace(grade, points=before.points, state="graded", before=before.points)


def view(plan: Plan, grading: Grading, records: Records, until: Release | None = None) -> dict[tuple[str, str], Grade]:
    """The grade of every student in every topic, by one grading."""
    return {
        (student, grade.topic): grade
        for student in records.students
        for grade in of_student(plan, grading, records, student, until)
    }


def of_student(
    plan: Plan, grading: Grading, records: Records, student: str, until: Release | None = None
) -> list[Grade]:
    """A student's grades. Free days are taken in the order of the class's dates, so they are worked out together."""
    decisions = records.decisions.get(student, ())
    left = plan.late.days.total + _days(decisions, "")
    found: dict[str, Grade] = {}
    for topic in sorted(plan.topics, key=lambda topic: (plan.topics[topic].due is None, plan.topics[topic].due or 0)):
        one = _Topic(plan, grading, records, student, topic, until).grade(left)
        left -= max(0, one.cost.free - _days(decisions, topic))  # those of the topic itself are taken first
        found[topic] = one
    return [found[topic] for topic in plan.topics]


def _days(decisions: Iterable[Decision], topic: str) -> int:
    return sum(int(one.value) for one in decisions if one.kind == "late-days" and one.topic == topic)


@dataclass(frozen=True)
class _Topic:
    """A student's topic, on its way to a grade."""

    plan: Plan
    grading: Grading
    records: Records
    student: str
    topic: str
    until: Release | None

    def grade(self, left: int) -> Grade:
        decisions = tuple(one for one in self.records.decisions.get(self.student, ()) if one.topic in (self.topic, ""))
        own = late.due(self.plan.topics[self.topic].due, decisions)
        more = _days(decisions, self.topic)
        candidates = [self._candidate(one, own, left, more) for one in self._handed_in()]
        empty = Grade(self.student, self.topic, self.plan.topics[self.topic].points, "nothing")
        chosen = self._counting(candidates) or self._none(empty, own)
        return _decided(msgspec.structs.replace(chosen, due=own, days_left=left, decisions=decisions))

    def _handed_in(self) -> list[Submission]:
        """What was handed in, each state of the attempt once, the newest last."""
        last: dict[str, tuple[Instant, int, Submission]] = {}
        for one in self.records.submissions.get((self.student, self.topic), ()):
            if one.attempt and not (self.until and one.id > self.until.last_submission):
                seen = self._sighting(one)
                place = (seen.last_seen_at or seen.seen_at, one.id, one)
                last[one.attempt] = max(last.get(one.attempt, place), place, key=lambda one: one[:2])
        return [one for _, _, one in sorted(last.values(), key=lambda one: one[:2])]

    def _sighting(self, one: Submission) -> Sighting:
        return self.records.sightings[one.student, one.commit]

    def _candidate(self, one: Submission, own: Instant | None, left: int, more: int) -> Grade:
        same = [
            self._sighting(other)
            for other in self.records.submissions[self.student, self.topic]
            if other.attempt == one.attempt
        ]
        handed = late.handed(same)
        by = late.by(handed, own, self.plan.late.grace)
        policy = self.plan.late
        cost = late.cost(by, policy, policy.days.per_topic + more, left + more)
        key = self.grading.key(self.topic, one.attempt)
        judgement = self.records.judgements.get(key) if key else None
        if judgement is not None and self.until and judgement.id > self.until.last_judgement:
            judgement = None
        fault = self.records.faults.get(key) if key else None
        of = self.plan.topics[self.topic].points
        share = judgement.share if judgement else None
        points = None if share is None else Fraction(0) if cost.refused else share * of * (1 - cost.penalty)
        state: State = "graded" if judgement else "faulted" if fault else "waiting"
        why = fault.message if fault and not judgement else ""
        return Grade(
            self.student,
            self.topic,
            of,
            state,
            points,
            share,
            one,
            judgement,
            handed,
            late_s=by.total_seconds(),
            cost=cost,
            why=why,
        )

    def _counting(self, candidates: Sequence[Grade]) -> Grade | None:
        """Of several submissions the one that counts. One that is refused counts where there is no other."""
        taken = [one for one in candidates if not one.cost.refused] or candidates
        if not taken:
            return None
        if self.plan.count == "best":
            # The newest of equal ones; before all, if any waits, the newest that has points.
            return max(enumerate(taken), key=lambda one: (one[1].points is not None, one[1].points or 0, one[0]))[1]
        if self.plan.count == "latest-on-time":
            return ([one for one in taken if not one.late] or taken)[-1]
        return taken[-1]

    def _none(self, empty: Grade, own: Instant | None) -> Grade:
        """Nothing was handed in: no points once the date is over, if somebody has looked since."""
        read = self.records.submissions.get((self.student, self.topic), ())
        problem = read[-1].problem if read else ""
        fork = self.records.forks.get(self.student)
        over = own is not None and fork is not None and fork.looked_at is not None
        over = over and fork.looked_at >= late.last_moment(own)  # type: ignore[operator,union-attr,arg-type]
        state: State = "unread" if problem else "nothing"
        return msgspec.structs.replace(empty, state=state, why=problem, points=Fraction(0) if over else None)


def _decided(grade: Grade) -> Grade:
    """The grade after what a person has decided of it; the last word of a kind counts."""
    kinds = {one.kind: one for one in grade.decisions}
    if "withhold" in kinds:
        return msgspec.structs.replace(grade, state="withheld", points=None)
    if "excuse" in kinds:
        return msgspec.structs.replace(grade, state="excused", points=None, cost=Cost(grade.cost.days))
    if "override" in kinds:
        points = Fraction(kinds["override"].value)
        return msgspec.structs.replace(grade, state="graded", points=points, cost=Cost(grade.cost.days))
    return grade


def rounded(points: Fraction) -> str:
    """Points for other systems: two places at most, halves up. This is the one place where anything is rounded."""
    hundredths = (points * 100 + Fraction(1, 2)) // 1
    text = f"{hundredths // 100}.{hundredths % 100:02}"
    return text.rstrip("0").rstrip(".")
