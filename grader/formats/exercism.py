"""`results.json` of Exercism's test runners, version 3."""

from typing import Any

from grader.formats.json import render
from grader.formats.report import Report
from grader.formats.text import safe
from grader.formats.words import cut, named, whole, why, within
from grader.learner.told import Told
from grader.verdicts import TestResult

LARGEST = 500_000  # bytes
MESSAGE = 65_535
OUTPUT = 500


def rendered(report: Report) -> str:
    """`error` where no test ran; else each test, with the number of its part as its task."""
    return within(LARGEST, lambda most: render(_document(report, most)))


def _document(report: Report, most: int) -> dict[str, Any]:
    for fault in report.faults:
        return {"version": 3, "status": "error", "message": cut(safe(fault.message), MESSAGE)}
    told = report.told[0]
    tests = told.result.tests
    if told.result.message or all(test.verdict == "not_run" for test in tests):
        return {"version": 3, "status": "error", "message": whole(told, MESSAGE) or "No test was run."}
    tasks = {part.name: task for task, part in enumerate(told.view.parts, 1)}
    names = named(report.tests, several=False)
    return {
        "version": 3,
        "status": "pass" if all(test.verdict == "passed" for test in tests) else "fail",
        "tests": [_test(told, test, name, tasks, most) for test, name in zip(tests, names, strict=True)],
    }


def _test(told: Told, test: TestResult, name: str, tasks: dict[str, int], most: int) -> dict[str, Any]:
    status = {"passed": "pass", "not_run": "error"}.get(test.verdict, "fail")
    snippet = test.evidence.snippet if test.evidence else None
    return {
        "name": name,
        "status": status,
        **({} if status == "pass" else {"message": why(told, test, most)}),
        **({"test_code": cut(safe(snippet), most)} if snippet else {}),
        **({"output": cut(safe(test.output), OUTPUT)} if test.output else {}),
        "task_id": tasks[test.part],
    }
