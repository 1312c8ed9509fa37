"""What `grader cohort` does with grades, in the words of who typed it."""

import sys
from collections.abc import Sequence

from grader.cohort import decisions, diff, explain, grades, room, roster, tables
from grader.cohort.diff import RELEASED, Move
from grader.cohort.gradebook import Gradebook, now
from grader.errors import UsageError
from grader.formats.text import counted, safe

SHOWN = 30


def decide(student: str, kind: str, topic: str, value: str, reason: str, author: str) -> int:
    """Adds a decision."""
    here = room.enter()
    people = roster.read(here)
    with Gradebook(here.gradebook) as book:
        book.add_students(people.people, now())
        done = decisions.decide(book, here.plan, people.find(student), topic, kind, value, reason, author)
    print(f"{done.student} {done.topic or 'all topics'}: decision {safe(explain.decision(done))}")
    return 0


def why(student: str, topic: str, grading: str) -> int:
    """Says what a grade follows from."""
    here = room.enter()
    if topic not in here.plan.topics:
        raise UsageError(f"{topic!r} is no topic of this class: it has {', '.join(here.plan.topics)}")
    who = roster.read(here).find(student)
    with Gradebook(here.gradebook) as book:
        records = grades.read(book)
        releases = book.releases()
        is_released = grading == RELEASED or (not grading and bool(releases))
        by = diff.grading(book, str(releases[-1].grading) if is_released and releases else grading)
        view = diff.of(book, here.plan, RELEASED if is_released else str(by.id), records)
        grade = view.get((who, topic))
        if grade is None:
            raise UsageError(f"there is no grade of {who} in {topic}: grader cohort status says what is missing")
        seen = records.sightings.get((who, grade.submission.commit)) if grade.submission else None
        print(f"{who}  {topic}  ({'released' if is_released else f'grading {by.id}, not released'})")
        for line in explain.lines(grade, seen, by, here.plan.topics[topic].due):
            print(f"  {safe(line)}")
    return 0


def compare(before: str, after: str, csv: bool) -> int:
    """Says who moves from one state of the grades to another."""
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        records = grades.read(book)
        moves = diff.between(book, diff.of(book, here.plan, before, records), diff.of(book, here.plan, after, records))
    if csv:
        columns = ["student", "topic", "before", "after", "by", "tests"]
        sys.stdout.write(tables.written(columns, diff.lines(moves)).decode())
    else:
        _say(moves)
    return 0


def _say(moves: Sequence[Move], shown: int = SHOWN) -> None:
    down = sum(one.by < 0 for one in moves)
    print(f"{counted(len(moves), 'grade')} would be another one: {down} lower, {len(moves) - down} higher or new.")
    for student, topic, before, after, by, tests in diff.lines(moves)[:shown]:
        print(f"  {student}  {topic}  {before} -> {after} ({by})" + (f"  {safe(tests)}" if tests else ""))
    if len(moves) > shown:
        print(f"  and {len(moves) - shown} more: grader cohort diff --csv lists all")


def release(number: str, never_lower: bool, yes: bool, author: str) -> int:
    """Makes a grading count, after it was shown who moves."""
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        records = grades.read(book)
        by = diff.grading(book, number)
        after = grades.view(here.plan, by, records)
        _say(diff.between(book, grades.released(book, here.plan, records), after))
        waiting = sum(one.state in ("waiting", "faulted") for one in after.values())
        if waiting:
            print(f"{counted(waiting, 'submission')} in it without a judgement: grader cohort status", flush=True)
        if not (yes or _agreed()):
            raise UsageError("nothing was released: add --yes")
        done = book.release(by.id, decisions.person(author), now(), never_lower)
    print(f"Grading {by.id} counts from now on (release {done.id}); the gradebook keeps all earlier ones.")
    return 0


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    print("Release it? [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
