"""A judge's work, job after job, in a real judge with a real jail."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import load_exercise
from grader.judge.client import Judge
from grader.judge.keeper.folders import LOUDER, OTHERS, space
from grader.judge.protocol import Began, Done, Event, Fault, Job, Judged
from grader.verdicts import AttemptResult
from tests.conftest import TINY

RIGHT = "def double(n):\n    return 2 * n\n"


def put(folder: Path, topic: str = "tiny", **changes: str) -> str:
    """A catalog with the exercise `tiny`, under any name and with some of its files changed; the exercise's folder."""
    for name, text in TINY.items():
        path = folder / name.replace("tiny", topic)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changes.get(path.name.replace(topic, "tiny").replace(".", "__"), text))
    return str(folder / "exercises" / topic)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    return put(tmp_path_factory.mktemp("catalog"))


def events(judge: Judge, folder: str, source: str = RIGHT, **more: Any) -> list[Event]:
    return list(judge.judge([Job(folder, "tiny.py", source.encode(), **more)]))


def judged(judge: Judge, folder: str, source: str = RIGHT, **more: Any) -> AttemptResult:
    last = events(judge, folder, source, **more)[-1]
    assert isinstance(last, Done), last
    return last.result


def verdicts(result: AttemptResult) -> list[str]:
    return [test.verdict for test in result.tests]


IDS = [
    "TestDouble::test_doubles",
    "TestDouble::test_cases[3]",
    "TestDouble::test_cases[5]",
    "TestDouble::test_cases[7]",
    "TestOften::test_again",
]

# --- one job ---


def test_a_job_is_told_from_its_beginning_to_its_end(judge: Judge, tiny: str) -> None:
    told = events(judge, tiny)

    assert told[0] == Began("tiny", "tiny.py", 5)
    assert [event.test.id for event in told if isinstance(event, Judged)] == IDS
    assert isinstance(told[-1], Done)
    assert len(told) == 7


def test_what_somebody_waits_for_comes_first_and_the_result_is_the_same(judge: Judge, tiny: str) -> None:
    source = "def double(n):\n    return 2 * n if n != 5 else 0\n"

    told = events(judge, tiny, source, first=(IDS[4], "TestGone::test_gone", IDS[2]))

    assert [event.test.id for event in told if isinstance(event, Judged)] == [IDS[4], IDS[2], IDS[0], IDS[1], IDS[3]]
    last = told[-1]
    assert isinstance(last, Done)
    assert [test.id for test in last.result.tests] == IDS
    assert verdicts(last.result) == verdicts(judged(judge, tiny, source))


def test_the_result_holds_the_tests_that_were_told(judge: Judge, tiny: str) -> None:
    told = events(judge, tiny)
    last = told[-1]

    assert isinstance(last, Done)
    assert last.result.tests == tuple(event.test for event in told if isinstance(event, Judged))
    assert (last.result.exercise, last.result.version, last.result.attempt) == ("tiny", 3, "tiny.py")


def test_a_right_attempt_passes_every_test(either: Judge, tiny: str) -> None:
    result = judged(either, tiny)

    assert (verdicts(result), result.score, result.max_score) == (["passed"] * 5, 4, 4)


def test_cases_share_their_points_exactly(judge: Judge, tiny: str) -> None:
    result = judged(judge, tiny, "def double(n):\n    return 2 * n if n != 5 else 0\n")
    third = Fraction(1, 3)

    assert [test.max_score for test in result.tests] == [2, third, third, third, 1]
    assert result.tests[2].score == 0


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = 1\n\n1 / 0\n", "tiny.py can't be imported (line 3: 1 / 0): ZeroDivisionError: division by zero"),
        (
            "def double(n)\n",
            "tiny.py can't be imported (line 1: def double(n)): SyntaxError: expected ':' (tiny.py, line 1)",
        ),
        ("import os\nos._exit(3)\n", "tiny.py can't be imported: it left Python with exit status 3."),
        ("raise SystemExit(0)\n", "tiny.py can't be imported (line 1: raise SystemExit(0)): SystemExit: 0"),
    ],
    ids=["raises", "no python", "leaves", "exits"],
)
def test_an_attempt_that_cannot_be_imported_gets_one_message(either: Judge, tiny: str, source: str, words: str) -> None:
    result = judged(either, tiny, source)

    assert result.message == words
    assert (verdicts(result), result.score, result.max_score) == (["not_run"] * 5, 0, 4)


def test_a_hang_costs_one_test(either: Judge, tiny: str) -> None:
    result = judged(either, tiny, "def double(n):\n    while n == 5: pass\n    return 2 * n\n", call_seconds=0.3)

    assert [test.verdict for test in result.tests[1:]] == ["passed", "timed_out", "passed", "passed"]


def test_a_crash_costs_one_test(either: Judge, tiny: str) -> None:
    result = judged(either, tiny, "import os\ndef double(n):\n    return 2 * n if n != 5 else os._exit(0)\n")

    assert [test.verdict for test in result.tests[1:]] == ["passed", "crashed", "passed", "passed"]


def test_every_test_starts_from_a_fresh_import(judge: Judge, tiny: str) -> None:
    source = "calls = []\ndef double(n):\n    calls.append(n)\n    return 2 * n if len(calls) <= 3 else 0\n"

    assert verdicts(judged(judge, tiny, source)) == ["passed"] * 5


def test_what_is_printed_belongs_to_its_test(either: Judge, tiny: str) -> None:
    result = judged(either, tiny, "def double(n):\n    print('got', n)\n    return 2 * n\n")

    assert [test.output for test in result.tests[1:]] == ["got 3\n", "got 5\n", "got 7\n", "got 4\n" * 3]


def test_what_the_import_prints_is_shown_with_the_first_test(judge: Judge, tiny: str) -> None:
    result = judged(judge, tiny, "print('hello')\n" + RIGHT)

    assert result.tests[0].output.startswith("hello\n")


# --- what an author may ask for ---


def test_only_the_named_tests_run(judge: Judge, tiny: str) -> None:
    result = judged(judge, tiny, tests=("TestOften::test_again",))

    assert verdicts(result) == ["not_run"] * 4 + ["passed"]


def test_the_tests_after_the_first_failure_are_not_run(judge: Judge, tiny: str) -> None:
    result = judged(
        judge, tiny, "def double(n):\n    return 2 * n if n != 5 else 0\n", until_failure=True, tests=tuple(IDS[1:])
    )

    assert verdicts(result) == ["not_run", "passed", "failed", "not_run", "not_run"]


def test_a_shuffled_run_reports_in_the_suites_order(judge: Judge, tiny: str) -> None:
    told = events(judge, tiny, order=1)
    last = told[-1]

    assert isinstance(last, Done)
    assert [test.id for test in last.result.tests] == IDS
    ran = [event.test.id for event in told if isinstance(event, Judged)]
    assert ran != IDS
    assert sorted(ran) == sorted(IDS)


def test_a_verdict_does_not_depend_on_the_order(judge: Judge, tiny: str) -> None:
    source = "def double(n):\n    return 2 * n if n != 5 else 0\n"
    found = {tuple(verdicts(judged(judge, tiny, source, order=order))) for order in (None, 1, 2)}

    assert len(found) == 1


def test_another_hash_seed_is_another_order_of_sets(judge: Judge, tiny: str) -> None:
    source = "def double(n):\n    print(list({'a', 'b', 'c', 'd', 'e', 'f', 'g'}))\n    return 2 * n\n"
    outputs = [judged(judge, tiny, source, hash_seed=seed).tests[1].output for seed in (0, 5, 0)]

    assert outputs[0] == outputs[2] != outputs[1]


# --- one job after another ---


def test_attempts_of_one_exercise_know_nothing_of_each_other(either: Judge, tiny: str) -> None:
    spoiler = "import time, random\ntime.sleep = random.random = None\n" + RIGHT
    looker = "import time, random\ndef double(n):\n    return 2 * n if time.sleep and random.random else 0\n"
    judged(either, tiny, spoiler)

    assert verdicts(judged(either, tiny, looker)) == ["passed"] * 5


def test_exercises_may_come_in_turns(judge: Judge, tiny: str, tmp_path: Path) -> None:
    other = put(
        tmp_path,
        "other",
        scenarios__py=TINY["exercises/tiny/scenarios.py"]
        .replace("tiny", "other")
        .replace("double(n)", "double(n) + 1"),
    )
    found = [judged(judge, folder, trial=True).score for folder in (tiny, other, tiny, other)]

    assert found == [4, 0, 4, 0]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("exercise__toml", "title = ", "is not a valid manifest"),
        ("test_tiny__py", "def test_x(attempt): pass\n", "adds up to 1 points, its manifest says 4"),
        (
            "test_tiny__py",
            "import nothing_of_this_name\n",
            "import nothing_of_this_name: ModuleNotFoundError: No module named 'nothing_of_this_name'",
        ),
        (
            "exercise__toml",
            TINY["exercises/tiny/exercise.toml"].replace("hints =", "packages = ['no-such-thing']\nhints ="),
            "needs the package no-such-thing, which is not installed",
        ),
    ],
    ids=["manifest", "points", "suite", "package"],
)
def test_after_a_broken_exercise_the_next_job_is_done(
    judge: Judge, tiny: str, tmp_path: Path, request: pytest.FixtureRequest, name: str, text: str, words: str
) -> None:
    topic = f"broken_{request.node.callspec.id.rpartition('-')[2]}"
    told = events(judge, put(tmp_path, topic, **{name: text}))

    assert [type(event) for event in told] == [Fault]
    assert words in told[0].message  # type: ignore[union-attr]
    assert judged(judge, tiny).score == 4


def test_a_folder_that_does_not_exist_is_a_fault(judge: Judge, tiny: str, tmp_path: Path) -> None:
    told = events(judge, str(tmp_path / "nowhere"))

    assert [type(event) for event in told] == [Fault]
    assert judged(judge, tiny).score == 4


# --- a jail that ends ---


def children_of(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and int(fields[1]) == pid:
            found.append(int(entry.parent.name))
    return found


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Judge]:
    monkeypatch.setenv("GRADER_JAIL", "fork")
    with Judge() as one:
        yield one


def kill_servers(judge: Judge) -> int:
    """Kills the jails of a judge, waits until they are gone, and says how many there were."""
    servers = children_of(judge._process.pid)
    for pid in servers:
        os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while children_of(judge._process.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return len(servers)


def test_a_fork_server_killed_between_jobs_is_replaced(forking: Judge, tiny: str) -> None:
    judged(forking, tiny)
    killed = kill_servers(forking)

    assert (killed, judged(forking, tiny).score) == (1, 4)


def test_a_job_of_another_hash_seed_may_come_first(tiny: str) -> None:
    """The canary of the first jail has reported before that jail makes room for another."""
    exercise = load_exercise(Path(tiny))
    jobs = [
        Job(tiny, "attempt", b"def double(n):\n    return 2 * n\n", hash_seed=seed, survey=False) for seed in (5, 0, 7)
    ]

    with Judge() as judge:
        ends = [event.result.score for event in judge.judge(jobs) if isinstance(event, Done)]

    assert ends == [exercise.manifest.points] * 3


# --- patience ---


@pytest.mark.parametrize(("seconds", "ends"), [("20.0", ["failed", "failed"]), ("0.8", ["failed", "timed_out"])])
def test_a_slow_attempt_gets_its_verdicts_as_long_as_it_has_seconds(
    judge: Judge, tmp_path: Path, seconds: str, ends: list[str]
) -> None:
    prop = """    @given(n=st.integers(0, 1000))
    def test_{}(self, attempt, n):
        assert attempt.doubled(n).value == 2 * n

"""
    suite = "from hypothesis import given, strategies as st\n\n\nclass TestDouble:\n"
    manifest = TINY["exercises/tiny/exercise.toml"].replace("points = 4", "points = 2")
    folder = put(
        tmp_path,
        test_tiny__py=suite + prop.format("one") + prop.format("two"),
        exercise__toml=f"{manifest}check_seconds = {seconds}\n",
    )
    slow = "import time\ndef double(n):\n    time.sleep(0.1)\n    return 2 * n if n < 100 else 0\n"
    result = judged(judge, folder, slow)

    assert verdicts(result) == ends


# --- where somebody else fills the disk ---

MOST = OTHERS + (32 << 20)  # bytes that may go at first
SLOW = "import time\n\ndef double(n):\n    time.sleep(0.5)\n    return 2 * n\n"
NAMELESS = """
import os
held = []

def double(n):
    while len(held) < 200:
        held.append(os.open("file", os.O_RDWR | os.O_CREAT))
        os.unlink("file")
        os.write(held[-1], bytes(4 << 20))
    return 2 * n
"""


@pytest.fixture
def on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Judge, str, Path]]:
    """A judge with scratch folders in a place with much space, an exercise with files, and that place."""
    if not hasattr(os, "posix_fallocate") or space(tmp_path) < 16 * LOUDER**2 * MOST:
        pytest.skip("takes much space for a moment")
    toml = (
        TINY["exercises/tiny/exercise.toml"]
        .replace("[budgets]", 'requires = ["files"]\n[budgets]\nopen_files = 400')
        .replace("test_seconds = 3.0", "test_seconds = 100.0")
    )
    folder = put(tmp_path / "catalog", exercise__toml=toml)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    try:
        with Judge() as one:
            yield one, folder, tmp_path
    finally:
        for path in tmp_path.glob("taken-*"):
            path.unlink()


def take(size: int, path: Path) -> None:
    with open(path, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, size)


def test_an_attempt_does_not_pay_for_who_else_fills_the_disk(on_disk: tuple[Judge, str, Path]) -> None:
    judge, folder, place = on_disk
    told: list[Event] = []
    for event in judge.judge([Job(folder, "tiny.py", SLOW.encode(), tests=tuple(IDS[1:4]))]):
        told.append(event)
        if isinstance(event, Judged) and len(told) == 2:
            take(2 * MOST, place / "taken-0")
    done = told[-1]

    assert isinstance(done, Done), done
    assert verdicts(done.result) == ["not_run", *["passed"] * 3, "not_run"]


def test_an_attempt_pays_for_its_own_files_without_a_name(on_disk: tuple[Judge, str, Path]) -> None:
    judge, folder, _ = on_disk
    result = judged(judge, folder, NAMELESS, tests=("TestDouble::test_doubles",))

    assert result.tests[0].evidence is not None
    assert result.tests[0].verdict == "crashed", result.tests[0].evidence
    assert result.tests[0].evidence.reason.startswith("It wrote more than 32 MiB")


def test_a_disk_without_an_end_to_its_filling_is_nobodys_failure(on_disk: tuple[Judge, str, Path]) -> None:
    judge, folder, place = on_disk
    ended = threading.Event()

    def fill() -> None:
        for number in range(8):
            take(LOUDER**2 * MOST * 5 // 4, place / f"taken-{number}")
            if ended.wait(0.7):
                return

    filling = threading.Thread(target=fill)
    slow = SLOW.replace("0.5", "25")  # it is stopped as soon as the disk is seen to be filled
    told = []
    job = Job(folder, "tiny.py", slow.encode(), tests=("TestDouble::test_cases[3]",), call_seconds=30)
    for event in judge.judge([job]):
        told.append(event)
        if isinstance(event, Began):
            filling.start()
    ended.set()
    filling.join()

    assert isinstance(told[-1], Fault), told
    assert "something else fills the disk" in told[-1].message
