"""`classroom50/result/v1`, the `result.json` of Classroom 50."""

import math
import os
from fractions import Fraction
from typing import Any

from grader.errors import GraderError, UsageError
from grader.formats.json import render
from grader.formats.report import Report
from grader.formats.text import without_commands
from grader.formats.words import line, named, standing, why, within

LARGEST = 8 * 1024 * 1024  # bytes; its runner takes 10 MiB
# The fields that its runner's environment has, by the variable. What it writes over later has to be there, too.
FIELDS = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "assignment_type": "ASSIGNMENT_TYPE",
    "owner": "OWNER",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
}


def ready() -> None:
    """Raises UsageError where this is no run of Classroom 50's."""
    missing = [name for name in FIELDS.values() if not os.environ.get(name)]
    if missing:
        raise UsageError(f"classroom50 is written in its runner, and {missing[0]} is not set here")
    if not os.environ["SUBMISSION_TAG"].startswith("submit/"):
        raise UsageError("classroom50 takes a tag that begins with submit/, and SUBMISSION_TAG does not")


def rendered(report: Report) -> str:
    """Points are whole numbers there: ours, times one factor.

    Raises GraderError where something could not be judged: results without tests would count as full points.
    """
    if report.faults or not report.tests:
        raise GraderError(report.faults[0].message if report.faults else "there was nothing to judge")
    return within(LARGEST, lambda most: render(_document(report, most)))


def _document(report: Report, most: int) -> dict[str, Any]:
    times = factor(report)
    names = named(report.tests, report.several)
    tests = [
        {
            "test-name": without_commands(name),
            "passed": test.verdict == "passed",
            "score": _whole(test.score, times),
            "max-score": _whole(test.max_score, times),
            "message": why(told, test, most),
        }
        for (told, test), name in zip(report.tests, names, strict=True)
    ]
    fields = {field: os.environ[name] for field, name in FIELDS.items()}
    return {
        "schema": "classroom50/result/v1",
        **fields,
        "review": os.environ.get("REVIEW_URL") or fields["commit"],
        "datetime": report.at,
        "graded_at": report.at,
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }


def factor(report: Report) -> int:
    """By what points are multiplied, so that all are whole."""
    return math.lcm(*(test.max_score.denominator for _, test in report.tests))


def _whole(points: Fraction, times: int) -> int:
    return int(points * times)


def beside(report: Report) -> str:
    """The summary that stands in the release."""
    if report.faults or not report.told:
        return ""
    times = factor(report)
    scaled = f" (points here are ours times {times}, so that all are whole)" if times > 1 else ""
    said = "; ".join(standing(told) for told in report.told)
    return f"summary={line(said + scaled, 1_000)}\n"
