"""What Autolab reads at the end of standard output."""

from typing import Any

from grader.errors import GraderError
from grader.formats.json import render
from grader.formats.report import Report
from grader.formats.words import line, named, why
from grader.verdicts import number


def rendered(report: Report) -> str:
    """Two lines: what is shown, by part, and the scores, which have to be the last line. A problem is called as its
    topic is.

    Raises GraderError where something could not be judged: without a line of scores, the run has failed.
    """
    if report.faults:
        raise GraderError(report.faults[0].message)
    shown: dict[str, dict[str, Any]] = {}
    for (told, test), name in zip(report.tests, named(report.tests, several=False), strict=True):
        stage = line(f"{told.result.exercise}: {test.part}")  # never a key of the format's own
        shown.setdefault(stage, {})[name] = {"passed": test.verdict == "passed", "hint": why(told, test)}
    first = render({"_presentation": "semantic", "stages": list(shown), **shown}, indent=None)
    scores = {told.result.exercise: number(told.result.score) for told in report.told}
    return first + render({"scores": scores}, indent=None)
