"""What the tests of reports tell of."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from grader import verdicts
from grader.learner.told import Commands, Told
from grader.learner.view import view
from grader.learner.where import Where
from grader.verdicts import AttemptResult, Evidence

COMMANDS = Commands(
    again="grader check tiny",
    everything="grader check tiny --all",
    whole="grader show",
    hint="a hint: grader hint tiny",
    after="Next: grader next",
)


def case(verdict: verdicts.Verdict = "passed", claim: str = "It holds.", name: str = "test_it", **more: Any) -> Any:
    fields = {"part": "retry", "points": "1", **more}
    return verdicts.TestResult(f"T::{name}", name, claim=claim, verdict=verdict, **fields)


def failed(claim: str = "It holds.", output: str = "", name: str = "test_it", part: str = "retry", **why: Any) -> Any:
    evidence = Evidence(**{"reason": claim, **why})
    return case("failed", claim, name, evidence=evidence, output=output, part=part)


def attempt(*tests: Any, message: str | None = None, exercise: str = "tiny") -> AttemptResult:
    return AttemptResult(exercise, 1, f"{exercise}.py", tests, message)


def tell(
    result: AttemptResult,
    source: bytes = b"",
    stub: bytes = b"",
    cause: Callable[[Any], str | None] = lambda test: None,
    **more: Any,
) -> Told:
    """A result as it is told of, from the folder that its attempt's folder lies in."""
    path = Path.cwd() / "tiny" / "tiny.py"
    fields = {"commands": COMMANDS, "said": None, "passes": result.full, "pass_mark": 100, **more}
    return Told(view(result, source, stub), Where(path, "tiny"), explain=cause, **fields)


def plain(width: int = 80) -> Console:
    """A console that writes into memory, without colour."""
    return Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)


def written(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def squeezed(line: str) -> str:
    return " ".join(line.split())
