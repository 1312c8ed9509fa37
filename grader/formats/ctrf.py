"""The Common Test Report Format (ctrf.io)."""

import datetime
from typing import Any

from grader import __version__
from grader.formats.json import render
from grader.formats.report import Report, below
from grader.formats.text import output_lines, safe
from grader.formats.words import MOST, line, named, own_line, public_only, why
from grader.learner.told import Told
from grader.verdicts import TestResult, number

SPEC = "0.0.0"
STATUS = {"passed": "passed", "not_run": "skipped"}


def rendered(report: Report) -> str:
    """Every test, and our own faults as tests of status `other`; what is ours alone stands in `extra`."""
    names = named(report.tests, report.several)
    tests = [_test(told, test, name) for (told, test), name in zip(report.tests, names, strict=True)]
    tests += [
        {"name": f"grader: {safe(one.exercise)}", "status": "other", "duration": 0, "message": safe(one.message)}
        for one in report.faults
    ]
    said = " ".join(filter(None, map(public_only, report.results)))
    start = int(datetime.datetime.strptime(report.at, "%Y-%m-%dT%H:%M:%S%z").timestamp()) * 1000
    kinds = ("passed", "failed", "pending", "skipped", "other")
    return render(
        {
            "reportFormat": "CTRF",
            "specVersion": SPEC,
            "results": {
                "tool": {"name": "grader", "version": __version__},
                "summary": {
                    "tests": len(tests),
                    **{kind: sum(test["status"] == kind for test in tests) for kind in kinds},
                    "start": start,
                    "stop": start + sum(test["duration"] for test in tests),
                },
                "tests": tests,
                **({"extra": {"public_only": said}} if said else {}),
            },
        }
    )


def _test(told: Told, test: TestResult, name: str) -> dict[str, Any]:
    at, said, printed = own_line(test.evidence), why(told, test, MOST), output_lines(safe(test.output))
    snippet = test.evidence.snippet if test.evidence else None
    return {
        "name": name,
        "status": STATUS.get(test.verdict, "failed"),
        "duration": round(test.duration_s * 1000),
        "suite": [told.result.exercise, line(test.part)],
        "filePath": safe(below(told)),
        **({"line": at.line} if at else {}),
        **({"message": said} if said else {}),
        **({"snippet": safe(snippet)} if snippet else {}),
        **({"stdout": printed} if printed else {}),
        "extra": {"verdict": test.verdict, "score": number(test.score), "max_score": number(test.max_score)},
    }
