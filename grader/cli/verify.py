"""`grader author verify`: the table of what holds."""

import textwrap
from pathlib import Path
from typing import Any

import msgspec

from grader import __version__, catalog
from grader.author.bench import Step, Verification
from grader.author.pool import Pool
from grader.author.verify import broken, verify
from grader.catalog import Broken
from grader.errors import GraderError
from grader.report import json
from grader.report.text import safe

SCHEMA = "grader/verify/1"
SHOWN = 12  # problems of one step in the terminal; the JSON has all


def run(topics: list[str], folder: Path | None, quick: bool, format: str) -> int:
    """Verifies the exercises and writes one table; 0 only if all holds, 3 if a suite can't be run, else 1."""
    chosen = catalog.load(folder or catalog.here()).choose(topics)
    show = _show if format == "text" else _silent
    found: list[Verification] = []
    with Pool() as pool:
        for one in chosen:
            if format == "text":
                print(one.topic, flush=True)
            found.append(broken(one, show) if isinstance(one, Broken) else verify(one, pool, quick, show))
    if format == "json":
        json.write(_document(found))
    else:
        print(_summary(found))
    if not all(one.can_be_run for one in found):
        return GraderError.status
    return 0 if all(one.holds for one in found) else 1


def _silent(step: Step) -> None:
    """Says nothing: the document is written at the end."""


def _show(step: Step) -> None:
    word = "-" if step.left_out else "ok" if step.holds else "fails"
    print(f"  {step.name:12} {word:6} {step.seconds:6.1f} s  {step.figure}", flush=True)
    for problem in step.problems[:SHOWN]:
        print(textwrap.indent(safe(problem), "      "))
    if len(step.problems) > SHOWN:
        print(f"      and {len(step.problems) - SHOWN} more")


def _summary(found: list[Verification]) -> str:
    failing = [one.exercise for one in found if not one.holds]
    seconds = sum(step.seconds for one in found for step in one.steps)
    verdict = f"{len(failing)} of {len(found)} exercises fail: {', '.join(failing)}" if failing else "everything holds"
    return f"\n{verdict}, in {seconds:.0f} s"


def _document(found: list[Verification]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "grader": __version__,
        "exercises": [
            {
                "exercise": one.exercise,
                "holds": one.holds,
                "steps": [{**msgspec.to_builtins(step), "holds": step.holds} for step in one.steps],
            }
            for one in found
        ],
    }
