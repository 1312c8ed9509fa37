"""`/grade/results/results.json` of PrairieLearn's external graders."""

from typing import Any

from grader.errors import GraderError
from grader.formats.json import render
from grader.formats.report import Report
from grader.formats.text import safe
from grader.formats.words import cut, line, named, standing, whole, why, within
from grader.verdicts import number

LARGEST = 1_000_000  # bytes


def rendered(report: Report) -> str:
    """An attempt that can't be imported is not gradable, which costs nobody a try; points stand at every test.

    Raises GraderError where it could not be judged.
    """
    if report.faults:
        raise GraderError(report.faults[0].message)
    return within(LARGEST, lambda most: render(_document(report, most)))


def _document(report: Report, most: int) -> dict[str, Any]:
    (told,) = report.told
    result = told.result
    if result.message:
        return {"gradable": False, "format_errors": [whole(told, most)], "message": standing(told)}
    hold = all(test.verdict == "passed" for test in result.tests)
    score = result.score / result.max_score if result.max_score else int(hold)
    return {
        "gradable": True,
        "score": float(score),
        "message": standing(told),
        "output": "",
        "tests": [
            {
                "name": name,
                "description": line(test.part, most),
                "points": number(test.score),
                "max_points": number(test.max_score),
                "message": why(told, test, most),
                "output": cut(safe(test.output), most),
            }
            for test, name in zip(result.tests, named(report.tests, several=False), strict=True)
        ],
    }
