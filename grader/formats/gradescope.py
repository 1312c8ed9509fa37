"""`results.json` of Gradescope."""

from typing import Any

from grader.errors import GraderError
from grader.formats.json import render
from grader.formats.report import Report
from grader.formats.words import MOST, line, named, seed, standing, whole, why
from grader.learner.told import Told
from grader.verdicts import TestResult, number
from grader.visibility import Visibility


def rendered(report: Report) -> str:
    """No score of the whole, which would win over the sum of the tests; every text is said to be plain.

    Raises GraderError where something could not be judged: a fault of ours is no zero, and no file at all is a run
    that can be tried again.
    """
    if report.faults:
        raise GraderError(report.faults[0].message)
    hidden = report.visibility or Visibility.after_published
    names = named(report.tests, report.several)
    said = [part for told in report.told for part in (standing(told), whole(told)) if part]
    return render(
        {
            "output": "\n".join(said),
            "output_format": "text",
            "test_output_format": "text",
            "test_name_format": "text",
            "stdout_visibility": "hidden",
            "execution_time": round(sum(test.duration_s for _, test in report.tests), 3),
            "tests": [
                _test(told, test, name, index, Visibility.visible if test.public else hidden)
                for index, ((told, test), name) in enumerate(zip(report.tests, names, strict=True), 1)
            ],
            "extra_data": {"seed": seed(all(one.public_seed for one in report.results))},
        }
    )


def _test(told: Told, test: TestResult, name: str, index: int, visibility: Visibility) -> dict[str, Any]:
    return {
        "name": name,
        "name_format": "text",
        "number": str(index),
        "score": number(test.score),
        "max_score": number(test.max_score),
        "status": "passed" if test.verdict == "passed" else "failed",
        "output": why(told, test, MOST),
        "output_format": "text",
        "tags": [line(test.part)],
        "visibility": visibility.value,
        "extra_data": {"id": test.id, "verdict": test.verdict},
    }
