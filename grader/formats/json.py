"""The report of a check for programs: one JSON document, described by `check-1.schema.json`."""

import json
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from grader import __version__
from grader.formats.report import Report
from grader.judge.protocol import Hello
from grader.learner.style import Style
from grader.verdicts import PUBLIC_SEED, AttemptResult, ItemFault, TestResult, number

SCHEMA = "grader/check/1"


def document(
    results: Sequence[AttemptResult],
    hello: Hello | None,
    seed: int,
    faults: Sequence[ItemFault] = (),
    part: str | None = None,
    style: Mapping[str, Style] | None = None,
) -> dict[str, Any]:
    """The report as plain data; `part` is the one that the results are of, where no more was judged, and `style` is by
    topic, where it was asked for. All is the same run after run, but for `duration_s` and for the line that an attempt
    was in when its time was up.
    """
    return {
        "schema": SCHEMA,
        "environment": {
            "grader": __version__,
            "python": platform.python_version(),
            "pytest": hello.pytest if hello else None,
            "hypothesis": hello.hypothesis if hello else None,
            "platform": f"{platform.system().lower()}-{platform.machine().lower()}",
            "jail": hello.jail if hello else None,
            "seed": seed,
            "public_seed": seed == PUBLIC_SEED,
        },
        "results": [_attempt(result) | ({"part": part} if part else {}) | _style(style, result) for result in results],
        "faults": [msgspec.to_builtins(fault) for fault in faults],
    }


def _attempt(result: AttemptResult) -> dict[str, Any]:
    return {
        "exercise": result.exercise,
        "version": result.version,
        "attempt": result.attempt,
        "score": number(result.score),
        "max_score": number(result.max_score),
        "attempt_sha256": result.attempt_sha256 or None,
        "suite_sha256": result.suite_sha256,
        "seed": result.seed,
        "public_seed": result.public_seed,
        "isolation": msgspec.to_builtins(result.isolation),
        "public_only": msgspec.to_builtins(result.public_only),
        "message": result.message,
        "evidence": msgspec.to_builtins(result.evidence),
        "output": result.output,
        "misconceptions": [msgspec.to_builtins(looks) for looks in result.misconceptions],
        "signs": [msgspec.to_builtins(sign) for sign in result.signs or ()],
        "tests": [_test(test) for test in result.tests],
    }


def _style(style: Mapping[str, Style] | None, result: AttemptResult) -> dict[str, Any]:
    if style is None:
        return {}
    return {"style": [asdict(note) for note in style[result.exercise].notes]}


def _test(test: TestResult) -> dict[str, Any]:
    return {
        "id": test.id,
        "name": test.name,
        "part": test.part,
        "claim": test.claim,
        "public": test.public,
        "verdict": test.verdict,
        "score": number(test.score),
        "max_score": number(test.max_score),
        "duration_s": test.duration_s,
        "evidence": msgspec.to_builtins(test.evidence),
        "output": test.output,
    }


def rendered(report: Report) -> str:
    """The report as text."""
    return render(document(report.results, report.hello, report.seed, report.faults, report.part, report.style))


def write(document: dict[str, Any]) -> None:
    """Writes it to standard output: the same bytes whatever encoding that has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(render(document).encode("ascii"))
    sys.stdout.buffer.flush()


def render(document: Any, indent: int | None = 2) -> str:
    """The document as text, ending in a line feed; in one line without `indent`."""
    # ASCII alone: what an attempt made of control characters and directions stays an escape. So does what a CI would
    # take for a command of its own anywhere in a line (`##[`, `##vso[`); only strings hold it.
    return json.dumps(document, indent=indent, allow_nan=False).replace("##", r"#\u0023") + "\n"
