"""Threads that take turns by a schedule: what a prompt shows, and what a judge says."""

from pathlib import Path

import pytest

from grader.author.prompt import type_all
from grader.judge.client import Judge
from tests.scenario.conftest import judged, verdicts

ATTEMPT = """
import functools
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

class Counter:
    def __init__(self):
        self.value = 0

    def add(self):
        self.value += 1

class Safe(Counter):
    lock = threading.Lock()

    def add(self):
        with self.lock:
            self.value += 1

first, second = threading.Lock(), threading.RLock()

def one_way():
    with first:
        with second:
            return 1

def other_way():
    with second, first:
        return 2

def pooled(count):
    with ThreadPoolExecutor(3) as pool:
        return list(pool.map(lambda number: number * number, range(count)))

def piped(count):
    pipe, out = queue.Queue(maxsize=1), []

    def take():
        while (item := pipe.get()) is not None:
            out.append(item)

    thread = threading.Thread(target=take)
    thread.start()
    for number in range(count):
        pipe.put(number)
    pipe.put(None)
    thread.join()
    return out, thread.is_alive()

def met():
    barrier, out = threading.Barrier(3), []
    threads = [threading.Thread(target=lambda: out.append(barrier.wait())) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(out)

def timed():
    out = []
    timer = threading.Timer(3600, out.append, [1])
    timer.start()
    timer.join()
    return out

def gives_up():
    return threading.Event().wait(60), threading.Semaphore(0).acquire(timeout=60), queue.SimpleQueue().empty()

def forever():
    changed = threading.Condition(first)
    with changed:
        changed.wait()

def unwritten():
    raise NotImplementedError

def watched():
    def watch():
        while True:
            time.sleep(1)

    threading.Thread(target=watch, daemon=True).start()
    time.sleep(3)
    return "done"

class Lazy:
    @functools.cached_property
    def value(self):
        self.made = getattr(self, "made", 0) + 1
        return self.made
"""
BEGIN = "from grader.scenario import fake_threads\nthreads = fake_threads()\nimport time\nfrom tiny import *\n"


def typed(*lines: str) -> list[str]:
    """What a prompt shows for these expressions, beside the attempt."""
    (seen,) = type_all("tiny", ATTEMPT.encode(), [BEGIN + "\n".join(lines)])
    assert not seen.errors, seen.errors
    return seen.output.splitlines()


def test_a_schedule_finds_a_lost_update_again_and_a_lock_prevents_it() -> None:
    lines = []
    for kind in ("Counter", "Safe"):
        for schedule in ([], [1], [2], [0, 1], [1, 1, 1], [3, 1]):
            lines += [f"c = {kind}()", f"ended = threads.interleave({schedule}, c.add, c.add)", "print(c.value)"]
    seen = typed(*lines)

    assert seen[:6] == ["2", "1", "2", "1", "1", "2"]
    assert seen[6:] == ["2"] * 6


def test_who_waits_for_what_never_comes_is_told_so() -> None:
    assert typed(
        "threads.interleave([], one_way, other_way)",
        "threads.interleave([1], one_way, other_way)",
        "threads.interleave([], forever, one_way)",
        "threads.interleave([], one_way, forever, forever)",
        "first.locked()",
    ) == [
        "[('returned', 1), ('returned', 2)]",
        "[('blocked', None), ('blocked', None)]",
        "[('blocked', None), ('returned', 1)]",
        "[('returned', 1), ('blocked', None), ('blocked', None)]",
        "False",
    ]


@pytest.mark.parametrize("schedule", ["[]", "[1] * 200", "[3, 1, 2, 5, 0, 1]"])
def test_all_that_is_made_of_locks_and_threads_takes_turns(schedule: str) -> None:
    assert typed(
        f"threads.interleave({schedule}, lambda: pooled(5), lambda: piped(4))",
        f"threads.interleave({schedule}, met, timed)",
        "lazy = Lazy()",
        f"threads.interleave({schedule}, lambda: lazy.value)",
    ) == [
        "[('returned', [0, 1, 4, 9, 16]), ('returned', ([0, 1, 2, 3], False))]",
        "[('returned', [0, 1, 2]), ('returned', [1])]",
        "[('returned', 1)]",
    ]


def test_threads_sleep_and_wait_by_the_clock() -> None:
    assert typed(
        "before = time.monotonic()",
        "threads.interleave([], gives_up, lambda: time.sleep(30))",
        "time.monotonic() - before",
        "threads.interleave([], watched)",
        "time.monotonic() - before",
        "threads.clock.sleeps[:1]",
        "threads.interleave([], lambda: time.sleep(-1))",
    ) == [
        "[('returned', (False, False, True)), ('returned', None)]",
        "120.0",
        "[('returned', 'done')]",
        "123.0",
        "[30.0]",
        "[('raised', ValueError('sleep length must be non-negative'))]",
    ]


def test_outside_of_it_locks_and_threads_are_as_ever() -> None:
    assert typed(
        "import threading",
        "thread = threading.Thread(target=one_way)",
        "thread.start()",
        "thread.join()",
        "thread.is_alive(), pooled(3), piped(2), met()",
        "first.acquire(), first.acquire(timeout=0.01), first.locked(), first.release()",
        "threading.active_count(), threads.interleave([5])",
    ) == ["(False, [0, 1, 4], ([0, 1], False), [0, 1, 2])", "(True, False, True, None)", "(1, [])"]


def test_what_is_not_written_says_so() -> None:
    (seen,) = type_all("tiny", ATTEMPT.encode(), [BEGIN + "threads.interleave([], one_way, unwritten)"])

    assert seen.last_error == "NotImplementedError"


SCENARIOS = '''
from grader.scenario import fake_threads

threads = fake_threads()


def count(schedule, adders):
    """Has several threads add to one counter."""
    from tiny import Counter

    counter = Counter()
    threads.interleave(schedule, *[counter.add] * adders)
    return {"value": counter.value}


def make(schedule, count):
    """Has several threads ask for the one object."""
    from tiny import Singleton

    made = threads.interleave(schedule, *[Singleton] * count)
    return {"places": [[one for _, one in made].index(one) for _, one in made]}
'''
SUITE = '''
from hypothesis import example, given, strategies as st
from grader.suite import points

schedules = st.lists(st.integers(0, 12), max_size=4)


class TestThreads:
    """threads"""

    @points(2)
    @given(schedule=schedules, adders=st.integers(2, 4))
    def test_counts(self, attempt, schedule, adders):
        """No update is lost."""
        assert attempt.count(schedule, adders).value == adders

    @points(2)
    @given(schedule=schedules, count=st.integers(2, 4))
    def test_makes(self, attempt, schedule, count):
        """There is one object."""
        assert attempt.make(schedule, count).places == [0] * count
'''
RIGHT = """
import threading

class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self):
        with self.lock:
            self.value += 1

class Meta(type):
    lock, made = threading.RLock(), {}

    def __call__(cls):
        with Meta.lock:
            if cls not in Meta.made:
                Meta.made[cls] = super().__call__()
        return Meta.made[cls]

class Singleton(metaclass=Meta):
    pass
"""
HASTY = RIGHT.replace("with self.lock:", "if self.lock:").replace("with Meta.lock:", "if Meta.lock:")


def test_a_suite_finds_races_and_shows_them(judge: Judge, tmp_path: Path) -> None:
    right = judged(judge, tmp_path, SCENARIOS, SUITE, RIGHT, "threads")
    wrong = [judged(judge, tmp_path, SCENARIOS, SUITE, HASTY, "threads", seed) for seed in (0, 0, 1, 2)]

    assert verdicts(right) == ["passed", "passed"]
    assert [verdicts(one) for one in wrong] == [["failed", "failed"]] * 4
    assert [one.evidence for one in wrong[0].tests] == [one.evidence for one in wrong[1].tests]
    for test in wrong[0].tests:
        assert test.evidence is not None
        (seen,) = type_all("tiny", HASTY.encode(), [test.evidence.snippet or ""])
        assert seen.output.endswith(f"{test.evidence.subject}: {test.evidence.actual}\n"), seen
