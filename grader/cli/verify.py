"""`grader author verify`: the table of what holds."""

import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from grader import __version__, catalog
from grader.author.bench import Step, Verification
from grader.author.pool import Pool
from grader.author.verify import Depth, broken, verify
from grader.catalog import Broken
from grader.errors import GraderError
from grader.formats import json
from grader.formats.text import safe

SCHEMA = "grader/verify/1"
SHOWN = 12  # problems of one step in the terminal; the JSON has all


def run(topics: list[str], folder: Path | None, depth: Depth, format: str) -> int:
    """Verifies the exercises and writes one table; 0 only if all holds, 3 if a suite can't be run, else 1."""
    chosen = catalog.load(folder or catalog.here()).choose(topics)
    show = _show if format == "text" else _silent
    found: list[Verification] = []
    with Pool() as pool:
        for one in chosen:
            if format == "text":
                print(one.topic, flush=True)
            found.append(broken(one, show) if isinstance(one, Broken) else verify(one, pool, depth, show))
    if format == "json":
        json.write(_document(found))
    else:
        print(_summary(found, depth))
    if not all(one.can_be_run for one in found):
        return GraderError.status
    return 0 if all(one.holds for one in found) else 1


def _silent(step: Step) -> None:
    """Says nothing: the document is written at the end."""


def _show(step: Step) -> None:
    word = "-" if step.left_out else "fails" if not step.holds else "open" if step.left_open else "ok"
    print(f"  {step.name:12} {word:6} {step.seconds:6.1f} s  {safe(step.figure)}")
    _list(step.problems, "")
    _list(step.left_open, "open: ")
    _list(step.notes, "note: ")
    sys.stdout.flush()


def _list(lines: Sequence[str], kind: str) -> None:
    """The first lines. A problem stays as it is, for it may have code in it; what else there is fits 80 columns."""
    for line in lines[:SHOWN]:
        text = safe(kind + line)
        print(
            textwrap.fill(text, 80, initial_indent="      ", subsequent_indent="            ", break_on_hyphens=False)
            if kind
            else textwrap.indent(text, "      ")
        )
    if len(lines) > SHOWN:
        print(f"      {kind}and {len(lines) - SHOWN} more")


def _summary(found: list[Verification], depth: Depth) -> str:
    failing = [one.exercise for one in found if not one.holds]
    seconds = sum(step.seconds for one in found for step in one.steps)
    left_open = sum(len(step.left_open) for one in found for step in one.steps)
    holds = f"an attempt can be graded; open: {left_open}" if depth == Depth.draft else "everything holds"
    verdict = f"{len(failing)} of {len(found)} exercises fail: {', '.join(failing)}" if failing else holds
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
