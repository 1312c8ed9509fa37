"""What a report is made from, out of the gradebook: by one grading, topic by topic, for results are large."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from grader.cohort import grades
from grader.cohort.gradebook import Gradebook
from grader.cohort.grades import Grade, Records
from grader.cohort.report.entries import Entry, State, Topic
from grader.cohort.room import Room
from grader.cohort.rows import Grading
from grader.errors import UsageError
from grader.verdicts import AttemptResult

_STATES: Mapping[str, State] = {
    "graded": "graded",
    "waiting": "not graded",
    "faulted": "fault",
    "nothing": "not begun",
    "unread": "no attempt",
    "excused": "excused",
    "withheld": "withheld",
}


def newest(book: Gradebook) -> Grading:
    """The grading that a report is of. Raises UsageError where nothing was graded yet."""
    gradings = book.gradings()
    if not gradings:
        raise UsageError("nothing is graded yet: grader cohort sync, and then grader cohort grade")
    return gradings[-1]


def topics(room: Room, book: Gradebook, grading: Grading) -> Iterator[Topic]:
    """Each topic of the class with an entry for each student; the results of one topic at a time."""
    records = grades.read(book)
    found = grades.view(room.plan, grading, records)
    for topic, decided in room.plan.topics.items():
        results = _results(book, grading, topic)
        entries = tuple(
            entry(found[student, topic], results) for student in records.students if (student, topic) in found
        )
        title = room.catalog.get(topic).manifest.title
        yield Topic(topic, title, decided.points, decided.due, entries, grading.suites.get(topic, ""))


def _results(book: Gradebook, grading: Grading, topic: str) -> dict[str, AttemptResult]:
    """The results of a topic, by attempt."""
    found: dict[str, AttemptResult] = {}
    for key, one in book.judgements(topic=topic, results=True).items():
        if key == grading.key(topic, key.attempt):
            found[key.attempt] = msgspec.json.decode(one.result, type=AttemptResult)
    return found


def entry(grade: Grade, results: Mapping[str, AttemptResult]) -> Entry:
    """A grade as an entry: the share is that of the suite, before lateness and decisions."""
    attempt = grade.submission.attempt if grade.submission else ""
    share = grade.share
    if share is None and grade.points is not None and grade.of:
        share = min(Fraction(1), Fraction(grade.points) / grade.of)  # a person's word alone
    return Entry(
        student=grade.student,
        state=_STATES[grade.state],
        share=share or Fraction(0),
        result=results.get(attempt) if grade.state == "graded" else None,
        at=grade.handed.at,
        source=grade.handed.source,
        late=grade.late,
        note=grade.why,
    )


def sources(records: Records) -> dict[str, int]:
    """Who says when commits came, and of how many."""
    found = {"a server": 0, "two looks of grader cohort sync": 0}
    for one in records.sightings.values():
        found["a server" if one.pushed_at else "two looks of grader cohort sync"] += 1
    return {name: number for name, number in found.items() if number}
