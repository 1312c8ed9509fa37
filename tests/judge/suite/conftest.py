"""What the tests of a suite's judging share: a judge, and an exercise made of a suite."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Event, Fault, Job
from grader.verdicts import AttemptResult

MANIFEST = """
title = "Tiny"
chapter = "Tests"
order = 1
version = 1
difficulty = "easy"
points = {points}
objectives = ["Learn"]
hints = ["Look."]
"""
SCENARIOS = """
def call(*args):
    from MODULE import run

    return run(*args)


def one(n):
    from MODULE import run

    return run(n)
"""
HEAD = "import pytest\nfrom hypothesis import example, given, strategies as st\nfrom grader.suite import points\n"
ECHO = "def run(value=None):\n    return value\n"
NUMBERS = count()


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


@pytest.fixture
def tell(judge: Judge, tmp_path: Path) -> Callable[..., list[Event]]:
    """The events of an attempt at an exercise with this suite."""

    def told(suite: str, source: str = ECHO, points: int = 1, **more: Any) -> list[Event]:
        folder = tmp_path / f"suite{next(NUMBERS)}"
        folder.mkdir()
        (folder / "exercise.toml").write_text(MANIFEST.format(points=points))
        (folder / "scenarios.py").write_text(SCENARIOS.replace("MODULE", folder.name))
        (folder / f"test_{folder.name}.py").write_text(HEAD + dedent(suite))
        return list(judge.judge([Job(str(folder), "x.py", source.encode(), trial=True, **more)]))

    return told


@pytest.fixture
def result(tell: Callable[..., list[Event]]) -> Callable[..., AttemptResult]:
    def of(suite: str, source: str = ECHO, points: int = 1, **more: Any) -> AttemptResult:
        last = tell(suite, source, points, **more)[-1]
        assert isinstance(last, Done), last
        return last.result

    return of


@pytest.fixture
def fault(tell: Callable[..., list[Event]]) -> Callable[..., str]:
    def of(suite: str, source: str = ECHO, points: int = 1) -> str:
        last = tell(suite, source, points)[-1]
        assert isinstance(last, Fault), last
        return last.message

    return of
