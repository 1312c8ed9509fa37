"""`results.json` of Gradescope, one a student and topic, as an autograder there would have written it.

The tests add up to the score, so a score of the whole is written only where a date or a decision has changed the sum:
it would win over the tests. Each text is said to be plain, for else it is taken for HTML.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from grader.cohort import tables
from grader.cohort.export.rows import Asked, Export, Row, remark, rows
from grader.cohort.grades import Grade, rounded
from grader.cohort.roster import Roster
from grader.cohort.rows import Key
from grader.verdicts import AttemptResult, TestResult

Results = Callable[[Key], AttemptResult | None]
_FIND = ("email", "sis_id")


def export(people: Roster, view: Mapping[tuple[str, str], Grade], asked: Asked, results: Results) -> Export:
    """A folder a topic, with a file a student, and a table that says whose file that is."""
    made = Export()
    whose: list[list[str]] = []
    for row in rows(people, view, asked, made):
        if not any(row.person.get(key) for key in _FIND):
            made.left_out.append(f"{row.student}: the roster has no email or sis_id for Gradescope to find them by")
            continue
        for topic, grade in row.grades.items():
            name = f"{topic}/{row.student}.json"
            made.files[name] = msgspec.json.format(msgspec.json.encode(_document(grade, results)), indent=1)
            whose.append(_whose(row, topic, name))
    made.files["students.csv"] = tables.written(["email", "sid", "topic", "file"], whose)
    made.rows["students.csv"] = len({one[0] or one[1] for one in whose})
    return made


def _whose(row: Row, topic: str, name: str) -> list[str]:
    return [row.person.email, row.person.sis_id, topic, name]


def _document(grade: Grade, results: Results) -> dict[str, Any]:
    result = results(grade.judgement.key) if grade.judgement else None
    times = Fraction(grade.of) / result.max_score if result and result.max_score else Fraction(0)
    tests = [_test(one, times) for one in result.tests] if result and times else []
    document: dict[str, Any] = {
        "output": remark(grade),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "tests": tests,
    }
    points = grade.points or Fraction(0)
    if not tests or grade.share is None or points != grade.share * grade.of:
        document["score"] = float(rounded(points))
    return document


def _test(one: TestResult, times: Fraction) -> dict[str, Any]:
    """A test without what a hidden one found: its claim is what anybody may read."""
    return {
        "name": " ".join(one.claim.split()) or one.name,
        "score": float(one.score * times),
        "max_score": float(one.max_score * times),
        "status": "passed" if one.verdict == "passed" else "failed",
        "visibility": "visible" if one.public else "after_published",
    }
