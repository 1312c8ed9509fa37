"""A judge for what scenarios share: a toolkit function is judged by a suite, as well as called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Job
from grader.verdicts import AttemptResult
from tests.conftest import TINY


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


def judged(
    judge: Judge, folder: Path, scenarios: str, suite: str, source: str, requires: str = "", seed: int = 0
) -> AttemptResult:
    """An attempt at `tiny` with these scenarios and this suite, worth 4 points."""
    files = {name: text for name, text in TINY.items() if name.startswith("exercises/")}
    manifest = files["exercises/tiny/exercise.toml"]
    if requires:
        manifest = manifest.replace("[budgets]", f'requires = ["{requires}"]\n\n[budgets]')
    files.update(
        {
            "exercises/tiny/exercise.toml": manifest,
            "exercises/tiny/scenarios.py": scenarios,
            "exercises/tiny/test_tiny.py": suite,
        }
    )
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    job = Job(str(folder / "exercises/tiny"), "tiny.py", source.encode(), trial=True, seed=seed)
    last = list(judge.judge([job]))[-1]
    assert isinstance(last, Done), last
    return last.result


def verdicts(result: AttemptResult) -> list[str]:
    return [test.verdict for test in result.tests]
