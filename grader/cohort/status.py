"""Where a class stands: who needs a look, and what to do next."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from grader.cohort import grades, roster
from grader.cohort.gradebook import Gradebook
from grader.cohort.grades import Grade
from grader.cohort.room import Room
from grader.cohort.roster import Roster


@dataclass(frozen=True)
class Topic:
    """How many students are where in a topic."""

    topic: str
    begun: int
    late: int
    graded: int
    waiting: int
    faulted: int


@dataclass(frozen=True)
class Status:
    """Where a class stands."""

    students: int
    topics: tuple[Topic, ...]
    not_begun: tuple[str, ...]  # pseudonyms of those who have changed nothing in any topic
    no_account: tuple[str, ...]  # in the roster, and nobody knows where their work lies
    strangers: tuple[str, ...]  # in the gradebook, and not in the roster
    unreachable: dict[str, str]  # whose work could not be looked at, and why
    faults: dict[str, int]  # why something could not be judged, and how often
    released: int | None  # the grading that counts
    newest: int | None
    next: str


def look(room: Room, book: Gradebook) -> Status:
    """Looks at everything that is there."""
    people, records, known = roster.read(room), grades.read(book), book.gradings()
    view = grades.view(room.plan, known[-1], records) if known else {}
    begun = _begun(room, book)
    releases = book.releases()
    unreachable = {one.student: one.problem for one in records.forks.values() if one.problem}
    topics = tuple(
        _topic(topic, begun, [one for (_, of), one in view.items() if of == topic]) for topic in room.plan.topics
    )
    started = {student for student, _ in begun}
    no_account = tuple(
        who for who, one in people if not (one.github or one.repository or records.forks.get(who) or who in started)
    )
    return Status(
        len(people),
        topics,
        tuple(who for who, _ in people if who not in started),
        no_account,
        tuple(who for who in records.students if who not in people.people),
        unreachable,
        dict(Counter(one.message for one in records.faults.values())),
        releases[-1].grading if releases else None,
        known[-1].id if known else None,
        _next(people, records, topics, no_account, bool(known), bool(releases)),
    )


def _begun(room: Room, book: Gradebook) -> set[tuple[str, str]]:
    """Who has handed in something else than the stub, by student and topic."""
    stubs = {topic: hashlib.sha256(room.catalog.get(topic).stub.read_bytes()).hexdigest() for topic in room.plan.topics}
    return {
        (one.student, one.topic) for one in book.submissions() if one.attempt and one.attempt != stubs.get(one.topic)
    }


def _topic(topic: str, begun: set[tuple[str, str]], found: list[Grade]) -> Topic:
    states = Counter(one.state for one in found if one.submission is not None)
    return Topic(
        topic,
        sum(of == topic for _, of in begun),
        sum(one.late for one in found),
        states["graded"],
        states["waiting"],
        states["faulted"],
    )


def _next(
    people: Roster,
    records: grades.Records,
    topics: tuple[Topic, ...],
    no_account: tuple[str, ...],
    graded: bool,
    released: bool,
) -> str:
    if not len(people):
        return "grader cohort roster FILE: who takes part"
    if not records.forks:
        return "grader cohort sync: fetch what was handed in"
    if not graded or any(one.waiting for one in topics):
        return "grader cohort grade: judge what waits"
    if any(one.faulted for one in topics):
        return "grader cohort grade: try again what could not be judged"
    if no_account:
        return "grader cohort roster FILE: find the accounts of those who have none"
    if not released:
        return "grader cohort release: make these grades count"
    return "grader cohort report OUT, or grader cohort export FORMAT"
