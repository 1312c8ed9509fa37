"""SIGKILL at random moments: a child or the jail's server costs one test at most; with the judge everything ends."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.judge.protocol import Done, Fault, Job
from grader.verdicts import AttemptResult
from tests.attacks.catalogue import EXERCISES, ROOT
from tests.attacks.graded import Grader, adopting
from tests.conftest import environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

FOLDER = EXERCISES / "generators"  # it has scratch folders, too
SOURCE = (ROOT / "solutions" / "generators.py").read_bytes()
ROUNDS = 6


@pytest.fixture
def grader(tmp_path: Path) -> Iterator[Grader]:
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o011)  # a child may be another user
    with adopting():
        grader = Grader(tmp_path)
        yield grader
        if grader.alive:
            grader.close()


def below(pid: int) -> list[int]:
    """The children of a process."""
    found = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in listing.read_text().split()]
        except OSError:
            continue
    return found


def servers(grader: Grader) -> list[int]:
    return below(grader.pid)


def children(grader: Grader) -> list[int]:
    return [child for server in servers(grader) for child in below(server)]


def kill_later(find: Callable[[], list[int]], after: float) -> threading.Thread:
    def kill() -> None:
        time.sleep(after)
        for _ in range(2000):
            for pid in find()[:1]:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
                return
            time.sleep(0.005)

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def judged(grader: Grader) -> AttemptResult:
    for event in grader.judge.judge([Job(str(FOLDER), "chaos", SOURCE)]):
        assert not isinstance(event, Fault), event
        if isinstance(event, Done):
            return event.result
    raise AssertionError("the job has no end")


@pytest.mark.parametrize("whom", [children, servers])
def test_one_test_at_most(grader: Grader, whom: Callable[[Grader], list[int]]) -> None:
    moments = random.Random(0)
    assert judged(grader).full
    for _ in range(ROUNDS):
        killer = kill_later(lambda: whom(grader), moments.uniform(0, 1.5))
        result = judged(grader)
        killer.join()
        lost = [test for test in result.tests if test.verdict != "passed"]
        assert len(lost) <= 1, [(test.id, test.verdict, test.evidence) for test in lost]
        assert all(test.verdict == "crashed" for test in lost)
        assert result.message is None
    assert judged(grader).full
    grader.close()
    assert grader.left_behind() == []
    assert grader.problems == []


def test_another_judge_takes_over_where_one_is_killed(grader: Grader) -> None:
    moments = random.Random(1)
    for _ in range(4):
        killer = kill_later(lambda: [grader.pid], moments.uniform(0.1, 1.5))
        assert all(judged(grader).full for _ in range(4))
        killer.join()
        grader.close()
        assert grader.left_behind() == []
        assert grader.problems == []
        grader._start()


def test_the_command_goes_on(tmp_path: Path) -> None:
    """The judge of a real command is killed: another one does its work, and nobody hears of it."""
    attempt = tmp_path / "generators.py"
    attempt.write_bytes(SOURCE)
    report = tmp_path / "report.json"
    command = ["check", "generators", "--attempt", str(attempt), "--format", "json"]
    with adopting(), open(report, "wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "grader", *command],
            cwd=tmp_path,
            stdout=out,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env=environment(TMPDIR=str(tmp_path), PYTHONPATH=str(ROOT)),
        )
        kill_later(lambda: [pid for pid in below(process.pid) if below(pid)], 0.3).join()
        _, printed = process.communicate(timeout=60)
    assert (process.returncode, printed) == (0, b"")
    assert json.loads(report.read_bytes())["results"][0]["score"] > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["generators.py", "report.json"]
