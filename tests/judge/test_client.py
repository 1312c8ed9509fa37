"""The command's side of the judge: its process from the first job to the end."""

import os
import signal
import sys
import time
from pathlib import Path

import hypothesis
import pytest

from grader import catalog
from grader.judge import client
from grader.judge.client import Judge
from grader.judge.protocol import Began, Done, Event, Fault, Hello, Job, Judged, Record, Recorded
from tests.conftest import TINY
from tests.processes import is_running, soon

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

RIGHT = b"def double(n):\n    return 2 * n\n"


def put(folder: Path, suite: str | None = None, manifest: str | None = None) -> str:
    for name, text in TINY.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    place = folder / "exercises/tiny"
    if suite is not None:
        (place / "test_tiny.py").write_text(suite)
    if manifest is not None:
        (place / "exercise.toml").write_text(manifest)
    return str(place)


@pytest.fixture
def tiny(tmp_path: Path) -> str:
    return put(tmp_path / "catalog")


@pytest.fixture
def tmpdir_of_judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for temporary files, so that what stays can be seen."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def job(folder: str, source: bytes = RIGHT) -> Job:
    return Job(folder, "tiny.py", source)


def score(told: list[Event]) -> object:
    last = told[-1]
    return last.result.score if isinstance(last, Done) else last


def descendants(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        parents.setdefault(parent, []).append(int(entry.parent.name))
    found, waiting = [], [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


# --- at work ---


@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_the_judge_says_what_it_is(tiny: str, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    monkeypatch.setenv("GRADER_JAIL", mode)
    with Judge() as judge:
        told = list(judge.judge([job(tiny)]))

        assert judge.hello == Hello(pytest.__version__, hypothesis.__version__, mode)
        assert (score(told), [event for event in told if isinstance(event, Hello)]) == (4, [])


def test_jobs_are_done_in_their_order(tiny: str) -> None:
    with Judge() as judge:
        told = list(judge.judge([job(tiny), job(tiny, b"def double(n): return 0\n"), job(tiny)]))

    assert [event.result.score for event in told if isinstance(event, Done)] == [4, 0, 4]


def test_no_job_is_no_event() -> None:
    with Judge() as judge:
        assert list(judge.judge([])) == []


def test_what_a_suite_prints_is_no_event(tmp_path: Path) -> None:
    suite = "import os, sys\nprint('{}')\nos.write(1, b'noise')\n" + TINY["exercises/tiny/test_tiny.py"]
    folder = put(tmp_path, suite.replace("assert attempt", "print('more noise'); assert attempt"))

    with Judge() as judge:
        assert score(list(judge.judge([job(folder)]))) == 4


# --- its environment ---


def test_nothing_that_pytest_hypothesis_or_python_reads_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "PYTEST_ADDOPTS",
        "PYTEST_PLUGINS",
        "HYPOTHESIS_PROFILE",
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "CI",
        "LC_ALL",
    ):
        monkeypatch.setenv(name, "x")

    assert not {
        name for name in client.environment() if name.startswith(("PYTEST_A", "PYTEST_P", "HYPOTHESIS_P", "CI", "LC"))
    }
    assert {name for name in client.environment() if name.startswith("PYTHON")} == {"PYTHONHASHSEED"}


@linux
def test_the_tables_of_hypothesis_are_kept_in_one_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HYPOTHESIS_STORAGE_DIRECTORY", str(tmp_path / "elsewhere"))
    with Judge() as judge:
        (recorded,) = judge.judge([Record(str(catalog.load().get("generators").folder))])

    assert isinstance(recorded, Recorded)
    assert list((tmp_path / "grader/hypothesis/unicode_data").glob("*/*.json.gz")) != []
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(os.name != "posix", reason="HOME is not what counts")
def test_somebody_without_a_home_gets_no_place_for_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", nowhere)

    assert "HYPOTHESIS_STORAGE_DIRECTORY" not in client.environment()


def test_the_hash_seed_is_the_same_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "77")

    assert client.environment()["PYTHONHASHSEED"] == "0"


def test_plugins_are_not_loaded_by_themselves() -> None:
    assert client.environment()["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] == "1"


def test_the_kind_of_jail_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_JAIL", "spawn")

    assert client.environment()["GRADER_JAIL"] == "spawn"


# --- its end ---


def test_a_suite_that_ends_the_judge_is_the_suites_fault(tmp_path: Path, tiny: str) -> None:
    with Judge() as judge:
        told = list(judge.judge([job(put(tmp_path, "import os\nos._exit(3)\n")), job(tiny)]))

    assert told[0] == Fault("the judge has ended: exit status 3")
    assert score(told) == 4


def kill(judge: Judge) -> None:
    os.kill(judge._process.pid, signal.SIGKILL)


def test_another_judge_takes_over_between_two_jobs(tiny: str) -> None:
    with Judge() as judge:
        list(judge.judge([job(tiny)]))
        kill(judge)

        assert score(list(judge.judge([job(tiny)]))) == 4


@pytest.mark.parametrize("moment", [Began, Judged])
def test_an_attempt_that_a_judge_dies_on_is_tried_once_more(tiny: str, moment: type) -> None:
    told, killed = [], 0
    with Judge() as judge:
        for event in judge.judge([job(tiny), job(tiny), job(tiny)]):
            told.append(event)
            if isinstance(event, moment) and not killed:
                kill(judge)
                killed += 1

    assert [event.result.score for event in told if isinstance(event, Done)] == [4, 4, 4]


SLOW = RIGHT + b"import time\ntime.sleep(0.2)\n"


def test_an_attempt_that_two_judges_die_on_is_crashed_and_the_rest_goes_on(tiny: str) -> None:
    ends, begun = [], 0
    with Judge() as judge:
        for event in judge.judge([job(tiny), job(tiny, SLOW), job(tiny)]):
            if isinstance(event, Began):
                begun += 1
                if begun in (2, 3):
                    kill(judge)
            elif isinstance(event, Done):
                ends.append(event.result)

    assert [end.score for end in ends] == [4, 0, 4]
    assert [test.verdict for test in ends[1].tests] == ["crashed"] * 5
    assert ends[1].max_score == 4
    assert "killed by SIGKILL" in (ends[1].message or "")


def test_a_judge_that_never_comes_up_is_not_started_for_every_job(
    tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = tmp_path / "starts"
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\necho start >> {starts}\necho no such luck >&2\nexit 7\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    with Judge() as judge:
        told = list(judge.judge([job(tiny)] * 5))

    assert told == [Fault("the judge has ended: no such luck")] * 5
    assert starts.read_text().count("start") <= 4  # the first may be gone before anything is asked of it


@linux
def test_what_a_dead_judge_leaves_is_gone(tiny: str, tmpdir_of_judge: Path) -> None:
    with Judge() as judge:
        pids = hang(judge, tiny, HANGING)
        kill(judge)
        told = list(judge.judge([job(tiny)]))

        assert score(told) == 4
        assert len(list(tmpdir_of_judge.iterdir())) == 1
    assert soon(lambda: not any(is_running(pid) for pid in pids))
    assert list(tmpdir_of_judge.iterdir()) == []


@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_the_end_leaves_no_file_and_no_process(
    tiny: str, tmpdir_of_judge: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setenv("GRADER_JAIL", mode)
    with Judge() as judge:
        list(judge.judge([job(tiny)]))
        pids = [judge._process.pid, *descendants(judge._process.pid)]

    assert soon(lambda: not any(is_running(pid) for pid in pids))
    assert list(tmpdir_of_judge.iterdir()) == []


HANGING = b"""
def double(n):
    while True:
        pass
"""


def hang(judge: Judge, folder: str, source: bytes) -> list[int]:
    """The processes of a judge whose attempt hangs."""
    told = judge.judge([job(folder, source)])
    next(told)
    found: list[int] = []
    steady = time.monotonic()
    while not found or time.monotonic() < steady + 0.3:
        if (now := descendants(judge._process.pid)) != found:
            found, steady = now, time.monotonic()
        time.sleep(0.02)
    return [judge._process.pid, *found]


@linux
@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_an_end_in_the_middle_of_a_test_leaves_no_file_and_no_process(
    tiny: str, tmpdir_of_judge: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setenv("GRADER_JAIL", mode)
    with Judge() as judge:
        pids = hang(judge, tiny, HANGING)

    assert len(pids) >= 2
    assert soon(lambda: not any(is_running(pid) for pid in pids))
    assert list(tmpdir_of_judge.iterdir()) == []


def readiness(pid: int) -> int:
    """How soon the kernel kills a process when memory is short."""
    return int(Path(f"/proc/{pid}/oom_score_adj").read_text())


@linux
@pytest.mark.parametrize(("mode", "servers", "children"), [("fork", {500}, {1000}), ("spawn", set(), {1000})])
def test_children_go_first_when_memory_is_short_and_then_their_server(
    tiny: str, monkeypatch: pytest.MonkeyPatch, mode: str, servers: set[int], children: set[int]
) -> None:
    monkeypatch.setenv("GRADER_JAIL", mode)
    with Judge() as judge:
        own, *others = hang(judge, tiny, HANGING)

        assert soon(lambda: {readiness(pid) for pid in others} == servers | children)
        assert {readiness(pid) for pid in others if parent(pid) == own} == (servers or children)
        assert readiness(own) == readiness(os.getpid()) == 0


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


@linux
@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_a_killed_judge_leaves_no_process(tiny: str, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    monkeypatch.setenv("GRADER_JAIL", mode)
    with Judge() as judge:
        pids = hang(judge, tiny, HANGING)
        os.kill(judge._process.pid, signal.SIGKILL)

        assert len(pids) >= 2
        assert soon(lambda: not any(is_running(pid) for pid in pids))
