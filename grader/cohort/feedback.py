"""What each student gets to read: one text and one file for programs a student and topic, of the grades that count.

Neither holds the class's seed, a name, or what a hidden test has found, unless the teacher says that it may be seen.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from grader.catalog import Exercise
from grader.cohort import grades
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.grades import Grade
from grader.cohort.room import Room
from grader.errors import UsageError
from grader.formats import markdown
from grader.formats.report import Report
from grader.formats.text import points, safe, without_commands
from grader.formats.withheld import withheld
from grader.learner.told import Commands, Told, tell
from grader.standing import second
from grader.verdicts import AttemptResult, TestResult, enough, number

SCHEMA = "grader/feedback/1"
AGAIN = Commands("grader check", "grader check --all", "grader show", "grader hint", "Well done.")


@dataclass(frozen=True)
class Feedback:
    """What a student gets for a topic."""

    student: str
    topic: str
    text: str
    data: bytes


def make(room: Room, book: Gradebook, everything: bool, size: int = markdown.LARGEST) -> Iterator[Feedback]:
    """The feedback of all grades that count, each text of about so many bytes at most; with `everything` it says what
    hidden tests have found. Raises UsageError where nothing was released.
    """
    found = grades.released(book, room.plan)
    if not found:
        raise UsageError("nothing is released yet, and nothing counts before: grader cohort release")
    for topic in room.plan.topics:
        exercise = room.catalog.get(topic)
        for one in (grade for grade in found.values() if grade.topic == topic):
            if one.state != "withheld" and (made := _one(room, book, exercise, one, everything, size)) is not None:
                yield made


def _one(room: Room, book: Gradebook, exercise: Exercise, grade: Grade, everything: bool, size: int) -> Feedback | None:
    result = _result(book, grade)
    if result is None and grade.state in ("waiting", "faulted"):
        return None  # there is nothing to say yet
    if result is not None and not everything:
        result = withheld(result)
    head = "".join(f"{without_commands(safe(line))}\n\n" for line in said(grade))
    body = _markdown(room, book, exercise, grade, result, size) if result is not None else ""
    text = f"# {exercise.topic}\n\n{head}{body}".rstrip("\n") + "\n"
    return Feedback(grade.student, grade.topic, text, _json(grade, result))


def _result(book: Gradebook, grade: Grade) -> AttemptResult | None:
    judgement = book.judgement(grade.judgement.key) if grade.judgement else None
    return msgspec.json.decode(judgement.result, type=AttemptResult) if judgement else None


def said(grade: Grade) -> Iterator[str]:
    """The grade in sentences, with all that changed it."""
    if grade.state == "excused":
        yield "You are excused from this topic: it does not count."
        return
    if grade.points is None:
        yield f"No points yet: {grade.why or 'nothing was handed in'}."
        return
    yield f"**{points(grade.points, grade.of)} points.**"
    if grade.override is not None:
        yield "Your teacher has decided these points."
    elif grade.cost.refused:
        yield f"It came {_days(grade.cost.days)} late, and does not count."
    elif grade.cost.penalty:
        off = f"{float(grade.cost.penalty):.0%}"
        yield f"It came {_days(grade.cost.days)} late, of which {grade.cost.free} were free: {off} was taken off."
    elif grade.cost.days:
        yield f"It came {_days(grade.cost.days)} late, which was free."
    if grade.state in ("nothing", "unread"):
        yield f"No attempt was found: {grade.why or 'nothing was handed in'}."


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _markdown(room: Room, book: Gradebook, exercise: Exercise, grade: Grade, result: AttemptResult, size: int) -> str:
    source = (book.source(grade.submission.attempt) if grade.submission else None) or b""
    path = Path.cwd() / exercise.topic / exercise.stub.name
    passes = enough(result.score, result.max_score, room.plan.pass_mark)

    def told(one: AttemptResult) -> Told:
        return tell(one, exercise, path, source, AGAIN, passes, room.plan.pass_mark)

    return markdown.rendered(Report([result], told, second(now().isoformat())), size)


def _json(grade: Grade, result: AttemptResult | None) -> bytes:
    document: Mapping[str, Any] = {
        "schema": SCHEMA,
        "student": grade.student,
        "topic": grade.topic,
        "state": grade.state,
        "points": None if grade.points is None else number(grade.points),
        "of": grade.of,
        "days_late": grade.cost.days,
        "commit": grade.submission.commit if grade.submission else None,
        "attempt_sha256": (grade.submission.attempt if grade.submission else "") or None,
        "message": result.message if result else None,
        "tests": [_test(one) for one in result.tests] if result else [],
    }
    return json.dumps(document, indent=2, allow_nan=False).encode() + b"\n"


def _test(one: TestResult) -> dict[str, Any]:
    return {
        "id": one.id,
        "part": one.part,
        "claim": one.claim,
        "public": one.public,
        "verdict": one.verdict,
        "score": number(one.score),
        "max_score": number(one.max_score),
        "evidence": msgspec.to_builtins(one.evidence),
    }
