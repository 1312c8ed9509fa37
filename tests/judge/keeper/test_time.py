"""What an attempt is charged for: the time that it uses itself, on real children and a busy machine."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import Budgets, Exercise, Manifest
from grader.jail import wire
from grader.judge.keeper import servers as jails
from grader.judge.keeper import time as charges
from grader.judge.keeper.child import Child, Stopped
from grader.judge.keeper.folders import home
from grader.judge.keeper.time import PATIENT, Processes, Stretch, TooBusy, own_waiting
from tests.load import busy, starved

told = pytest.mark.skipif(not charges.TOLD, reason="nobody tells how long a process has waited here")

BUDGETS = Budgets(call_seconds=0.6, test_seconds=5.0, import_seconds=0.6)
SCENARIOS = b"""
import os, sys, time
from time import process_time, sleep

def work(seconds):
    over = process_time() + seconds
    while process_time() < over:
        pass
    return seconds

def rest(seconds):
    sleep(seconds)
    return seconds

def crowd(processes):
    for _ in range(processes):
        if os.fork() == 0:
            while True:
                pass
    sleep(600)

def delegate(seconds):
    pid = os.fork()
    if pid == 0:
        work(seconds)
        os._exit(0)
    os.waitpid(pid, 0)
    return seconds
"""
Put = Callable[..., Child]


@pytest.fixture(scope="module", params=["fork", "spawn"])
def jail(request: pytest.FixtureRequest) -> Iterator[Any]:
    manifest = Manifest("Tiny", "Tests", 1, 1, "easy", 1, [], [], requires=["processes"], budgets=BUDGETS)
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(dir=home()) as scratches:
        os.chmod(scratches, 0o711)
        patch.setenv("GRADER_JAIL", request.param)
        one = jails.start(Exercise(Path("tiny"), manifest), Path(scratches))
        yield one
        one.close()


@pytest.fixture
def put(jail: Any) -> Iterator[Put]:
    children: list[Child] = []

    def put_in(source: bytes = b"", budgets: Budgets = BUDGETS) -> Child:
        child = Child(jail.open(), wire.Load("attempt", source, SCENARIOS, None), budgets)
        children.append(child)
        return child

    yield put_in
    for child in children:
        child.end()
    jail.settle()


def call(child: Child, name: str, number: float) -> Any:
    return child.call(name, [number], {}, False, lambda: 60.0)


def timed_out(child: Child, name: str, number: float) -> float:
    """Seconds until the judge gave up a call."""
    child.ready()
    started = time.monotonic()
    with pytest.raises(Stopped, match=r"the call takes longer than 0.6 s") as caught:
        call(child, name, number)
    assert caught.value.verdict == "timed_out"
    return time.monotonic() - started


@told
def test_who_waits_for_a_processor_is_not_charged(put: Put) -> None:
    with busy():
        child = put().ready()
        started = time.monotonic()
        assert call(child, "work", 0.45) == 0.45
        passed = time.monotonic() - started
        assert child.charges.charged() < 0.6 < passed


@told
def test_a_process_that_waits_for_a_processor_is_not_charged_to_who_waits_for_it(put: Put) -> None:
    with busy():
        child = put().ready()
        started = time.monotonic()
        assert call(child, "delegate", 0.2) == 0.2
        assert time.monotonic() - started > 0.6


@told
def test_who_sleeps_is_ended_at_its_budget_on_a_busy_machine(put: Put) -> None:
    with busy():
        assert 0.6 <= timed_out(put(), "rest", 600) < 3


def test_who_sleeps_is_ended_at_its_budget(put: Put) -> None:
    assert 0.6 <= timed_out(put(), "rest", 600) < 0.6 * PATIENT + 2


def test_who_works_on_is_ended_at_its_budget(put: Put) -> None:
    assert timed_out(put(), "work", 600) >= 0.6


@told
def test_who_works_on_is_ended_on_a_busy_machine(put: Put) -> None:
    with busy():
        child = put()
        timed_out(child, "work", 600)
        assert 0.4 <= child.charges.processes.ran < 3


@told
def test_processes_that_fight_for_a_processor_are_charged(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charges, "FAIR", 200)  # other programs may be at work, too
    child = put()
    timed_out(child, "crowd", 24)

    assert child.charges.processes.ran < 15 * charges.processors()  # and not FAIR times its budget


@told
def test_an_import_that_waits_for_a_processor_is_not_charged(put: Put) -> None:
    source = b"import time\nover = time.process_time() + 0.35\nwhile time.process_time() < over: pass\n"
    with busy():
        assert call(put(source), "work", 0.01) == 0.01


@told
def test_an_import_that_sleeps_is_ended_on_a_busy_machine(put: Put) -> None:
    with busy(), pytest.raises(Stopped, match=r"importing it takes longer than 0.6 s"):
        put(b"import time\ntime.sleep(600)\n").ready()


@told
def test_who_gets_no_processor_at_all_gets_no_verdict(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charges, "LEAST_FAIR", 1.0)
    monkeypatch.setattr(charges, "FAIR", 1)
    child = put().ready()
    pid = child._handle.pid
    assert pid is not None
    started = time.monotonic()
    with starved(pid), pytest.raises(TooBusy):
        call(child, "work", 600)

    assert 1.0 < time.monotonic() - started < 20
    assert child.charges.processes.ran < 0.6


@told
def test_an_answer_that_is_there_counts_however_late_the_judge_looks(put: Put) -> None:
    child = put().ready()
    child._ask("work", [0.01], {}, False)
    time.sleep(1.0)  # as a judge does that gets no processor

    assert child._channel.receive(time.monotonic() - 1)


# --- how it is counted ---


@pytest.fixture
def process() -> Iterator[Callable[[str], int]]:
    started: list[subprocess.Popen[bytes]] = []

    def start(code: str) -> int:
        started.append(subprocess.Popen([sys.executable, "-S", "-c", code]))
        return started[-1].pid

    yield start
    for one in started:
        one.kill()
        one.wait()


@told
def test_threads_and_descendants_are_counted(process: Callable[[str], int]) -> None:
    code = """
import subprocess, sys, threading, time
subprocess.Popen([sys.executable, "-S", "-c", "import time\\nwhile time.process_time() < 0.4: pass\\ntime.sleep(9)"])
def work():
    while time.thread_time() < 0.4: pass
    time.sleep(9)
threading.Thread(target=work).start()
time.sleep(9)
"""
    pid = process(code)
    seen = Processes(lambda: pid)
    deadline = time.monotonic() + 20
    while seen.ran < 0.8 and time.monotonic() < deadline:
        time.sleep(0.05)
        seen.look()

    assert 0.8 <= seen.ran < 1.5


@told
def test_who_has_not_been_made_yet_is_charged_nothing() -> None:
    seen = Processes(lambda: None)
    stretch = Stretch(seen)
    time.sleep(0.3)

    assert stretch.left(0.2, 0.2) > 0
    assert stretch.used < 0.05


@told
def test_the_number_of_a_process_that_has_ended_is_not_looked_at(process: Callable[[str], int]) -> None:
    pid = process("while True: pass")
    seen = Processes(lambda: pid)
    time.sleep(0.2)
    seen.end()
    before = seen.ran
    time.sleep(0.2)
    seen.look()

    assert seen.ran == before > 0


@told
def test_a_number_that_nobody_has_is_no_error(process: Callable[[str], int]) -> None:
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    seen = Processes(lambda: int(done.stdout))
    seen.look()

    assert (seen.ran, seen.waited, seen.starving) == (0, 0, False)


def test_where_nobody_tells_a_budget_lasts_longer_on_the_wall() -> None:
    seen = Processes(os.getpid, told=False)
    stretch = Stretch(seen)
    time.sleep(0.3)

    assert stretch.left(0.3, 0.3) > 0
    assert stretch.used == pytest.approx(0.3 / PATIENT, abs=0.05)
    time.sleep(0.3 * PATIENT - 0.3)
    assert stretch.left(0.3, 0.3) <= 0


@told
def test_the_judges_own_waiting_is_known() -> None:
    before = own_waiting()
    pinned = os.sched_getaffinity(0)
    processor = max(pinned)
    os.sched_setaffinity(0, {processor})
    try:
        with busy(4, processor):
            over = time.thread_time() + 0.1
            while time.thread_time() < over:
                pass
    finally:
        os.sched_setaffinity(0, pinned)

    assert own_waiting() - before > 0.1
