"""On a busy machine: right work gets its points, a hang is ended, and what can't be judged is no verdict.

Only with GRADER_LOAD=all, as in `nox -s load`: it would disturb the tests beside it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader import catalog
from grader.judge.client import Judge
from grader.judge.keeper import time as charges
from grader.judge.protocol import Done, Event, Fault, Job, Judged
from tests.conftest import TINY, TOPICS, Folder
from tests.judge.test_session import children_of
from tests.load import busy, starved

pytestmark = [
    pytest.mark.skipif(not charges.TOLD, reason="nobody tells how long a process has waited here"),
    pytest.mark.skipif(os.environ.get("GRADER_LOAD") != "all", reason="it needs a machine of its own: nox -s load"),
]

SEEDS = (0, 1, 42)
RIGHT = "def double(n):\n    return 2 * n\n"


def ends(judge: Judge, jobs: list[Job]) -> list[Event]:
    return [event for event in judge.judge(jobs) if isinstance(event, Done | Fault)]


def failures(event: Event) -> list[Any]:
    assert isinstance(event, Done), event
    return [(test.id, test.verdict, test.evidence) for test in event.result.tests if test.verdict != "passed"]


def test_the_references_get_full_points(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    exercises = [catalog.load().get(topic) for topic in TOPICS]
    jobs = [
        Job(str(one.folder), f"{one.topic} with seed {seed}", one.reference.read_bytes(), seed)
        for one in exercises
        for seed in SEEDS
    ]
    with busy(), Judge() as judge:
        found = {job.name: failures(end) for job, end in zip(jobs, ends(judge, jobs), strict=True)}

    assert found == {job.name: [] for job in jobs}
    assert len(found) == len(TOPICS) * len(SEEDS)


@pytest.fixture
def exercise(tiny: Folder) -> str:
    manifest = TINY["exercises/tiny/exercise.toml"]
    tiny.write("exercises/tiny/exercise.toml", manifest.replace("call_seconds = 1.0", "call_seconds = 0.6"))
    return str(tiny.path / "exercises/tiny")


@pytest.fixture
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


HANG = "import time\ndef double(n):\n    while n == 5: {}\n    return 2 * n\n"


@pytest.mark.parametrize("what", ["pass", "time.sleep(600)"], ids=["works", "sleeps"])
def test_a_hang_costs_one_test_on_a_busy_machine(judge: Judge, exercise: str, what: str) -> None:
    job = Job(exercise, "tiny.py", HANG.format(what).encode())
    with busy():
        (end,) = ends(judge, [job])

    assert isinstance(end, Done)
    assert [test.verdict for test in end.result.tests[1:]] == ["passed", "timed_out", "passed", "passed"]
    assert end.result.tests[2].evidence is not None
    assert end.result.tests[2].evidence.reason == "The call takes longer than 0.6 s."


def test_the_tests_before_it_do_not_decide_how_a_late_test_ends(judge: Judge, exercise: str) -> None:
    """A child that works ahead of a late test is charged, and its message names the limit of a late test."""
    manifest = TINY["exercises/tiny/exercise.toml"].replace("call_seconds = 1.0", "call_seconds = 1.5")
    Path(exercise, "exercise.toml").write_text(f"{manifest}check_seconds = 1.0\n")
    Path(exercise, "scenarios.py").write_text(TINY["exercises/tiny/scenarios.py"] + "\n# read anew\n")
    (end,) = ends(judge, [Job(exercise, "tiny.py", b"def double(n):\n    while True: pass\n")])

    assert isinstance(end, Done), end
    reasons = [test.evidence.reason for test in end.result.tests if test.evidence]
    assert reasons[0] == "The call takes longer than 1.5 s."
    assert reasons[1] == "The test takes longer than 1 s."


def test_a_machine_without_a_processor_to_spare_is_no_verdict(judge: Judge, exercise: str) -> None:
    """Judged once more, alone, and then given up: nothing is said about the attempt."""
    slow = b"def double(n):\n    for _ in range(10**8): pass\n    return 2 * n\n"
    only = ("TestDouble::test_cases[3]",)
    (end,) = ends(judge, [Job(exercise, "tiny.py", RIGHT.encode(), tests=only)])
    assert isinstance(end, Done)
    (server,) = children_of(judge._process.pid)
    with starved(server):
        told = list(judge.judge([Job(exercise, "tiny.py", slow, tests=only, call_seconds=0.5)]))

    assert told[-1] == Fault("the machine was too busy to judge tiny.py: try again when less else is running")
    assert not [event for event in told if isinstance(event, Judged)]
    (end,) = ends(judge, [Job(exercise, "tiny.py", RIGHT.encode(), tests=only)])
    assert isinstance(end, Done)
