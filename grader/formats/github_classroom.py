"""What GitHub Classroom's reporter reads: a step's output `result`, JSON in base64."""

import base64
from typing import Any

from grader.formats.json import render
from grader.formats.report import Report
from grader.formats.text import safe, without_commands
from grader.formats.words import MOST, line, named, own_line, standing, verdict, whole, why, within
from grader.learner.told import Told
from grader.verdicts import TestResult, max_score, number

LARGEST = 700_000  # bytes of JSON: in base64 an output of a step has at most 1 MiB


def rendered(report: Report) -> str:
    """The line for `$GITHUB_OUTPUT`. There is always a test in it, and every score is a number: the reporter would
    print NaN, and take the class's sum along.
    """
    text = within(LARGEST, lambda most: render(_document(report, most), indent=None))
    return f"result={base64.b64encode(text.encode()).decode()}\n"


def _document(report: Report, most: int = MOST) -> dict[str, Any]:
    names = named(report.tests, report.several)
    tests = [_test(told, test, name, most) for (told, test), name in zip(report.tests, names, strict=True)]
    tests += [_fault(fault.message) for fault in report.faults]
    if not tests:
        tests = [_fault("there was nothing to judge")]
    passes = all(told.passes for told in report.told)
    said = [f"{standing(told)}: {verdict(told)}\n{whole(told, most)}".strip() for told in report.told]
    return {
        "version": 1,
        "status": "error" if report.faults or not report.told else "pass" if passes else "fail",
        "message": _printed("\n".join([*said, *(safe(fault.message) for fault in report.faults)])),
        "max_score": number(max_score(told.result for told in report.told)),
        "tests": tests,
    }


def _test(told: Told, test: TestResult, name: str, most: int) -> dict[str, Any]:
    at = own_line(test.evidence)
    snippet = (test.evidence.snippet if test.evidence else None) or ""
    return {
        "name": _printed(name),
        "status": {"passed": "pass", "not_run": "error"}.get(test.verdict, "fail"),
        "message": _printed(why(told, test, most)),
        "score": number(test.score),
        "line_no": at.line if at else 0,
        "execution_time": f"{test.duration_s:.3f}s",
        "test_code": _printed(safe(snippet)[:most]),
        "filename": _printed(line(told.where.file)),
    }


def _fault(message: str) -> dict[str, Any]:
    return {
        "name": "grader",
        "status": "error",
        "message": _printed(safe(message)),
        "score": 0,
        "line_no": 0,
        "execution_time": "0.000s",
        "test_code": "",
        "filename": "",
    }


def _printed(text: str) -> str:
    """The reporter prints texts as they are, in the log of a step."""
    return "\n".join(map(without_commands, text.split("\n")))
