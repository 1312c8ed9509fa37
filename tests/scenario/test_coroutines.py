"""Coroutines on a clock and in an order that are the judge's: what a prompt shows, and what a judge says."""

from pathlib import Path

import pytest

from grader.author.prompt import type_all
from grader.judge.client import Judge
from tests.scenario.conftest import judged, verdicts

ATTEMPT = """
import asyncio
import time

async def note(out, name, seconds=0):
    await asyncio.sleep(seconds)
    out.append(name)
    return name

async def group(seconds=0):
    out = []
    async with asyncio.TaskGroup() as tasks:
        for name in "abc":
            tasks.create_task(note(out, name, seconds))
    return "".join(out)

async def in_threads():
    await asyncio.gather(asyncio.to_thread(time.sleep, 3), asyncio.to_thread(time.sleep, 5), asyncio.sleep(2))

async def fails_in_a_thread():
    await asyncio.to_thread(lambda: 1 / 0)

async def blocks():
    await asyncio.gather(note([], 1, 2), asyncio.to_thread(time.monotonic))
    time.sleep(4)

async def leaves():
    asyncio.create_task(note([], "late", 100))
    asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    return "done"

async def stubborn():
    while True:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            pass

async def too_late():
    try:
        async with asyncio.timeout(5):
            await asyncio.Event().wait()
    except TimeoutError:
        pass
    try:
        await asyncio.wait_for(asyncio.sleep(10), 3)
    except TimeoutError:
        return "twice"

async def locked():
    lock = asyncio.Lock()
    await lock.acquire()
    await asyncio.gather(lock.acquire(), asyncio.sleep(60))

async def cancelled():
    task = asyncio.create_task(note([], 1, 50))
    await asyncio.sleep(1)
    task.cancel()
    return type((await asyncio.gather(task, return_exceptions=True))[0]).__name__

async def iterated():
    closed = []

    async def numbers():
        try:
            yield 1
        finally:
            closed.append(True)

    async for _ in numbers():
        break
    return closed

async def call_soon():
    out = []
    loop = asyncio.get_running_loop()
    for number in range(4):
        loop.call_soon(out.append, number)
    await asyncio.sleep(0)
    return out
"""
BEGIN = """from grader.scenario import fake_clock, outcome, run
clock = fake_clock()
from tiny import *
def took(coroutine, **more):
    before = clock.monotonic_ns()
    return outcome(run, coroutine, clock, **more), (clock.monotonic_ns() - before) / 10**9

left = []
"""


def typed(*lines: str) -> list[str]:
    (seen,) = type_all("tiny", ATTEMPT.encode(), [BEGIN + "\n".join(lines)])
    assert not seen.errors, seen.errors
    return seen.output.splitlines()


def test_tasks_that_are_ready_go_in_the_order_that_is_asked_for() -> None:
    orders: tuple[list[int], ...] = ([], [1], [2], [2, 1], [7] * 20)

    assert typed(*(f"run(group(), clock, {order})" for order in orders)) == [
        "'abc'",
        "'bac'",
        "'cab'",
        "'cba'",
        "'bca'",
    ]
    assert typed(*(f"run(group(60), clock, {[0, 0, *order]})" for order in orders))[0] == "'abc'"


@pytest.mark.parametrize("order", ["[]", "[1, 2, 3, 1, 1]"])
def test_callbacks_keep_their_order(order: str) -> None:
    assert typed(f"run(call_soon(), clock, {order})") == ["[0, 1, 2, 3]"]


def test_time_is_that_of_the_clock() -> None:
    assert typed(
        "took(group(60))",
        "took(in_threads())",
        "took(fails_in_a_thread())",
        "took(blocks())",
        "took(too_late())",
        "took(cancelled())",
        "took(iterated())",
    ) == [
        "(('returned', 'abc'), 60.0)",
        "(('returned', None), 5.0)",
        "(('raised', ZeroDivisionError('division by zero')), 0.0)",
        "(('returned', None), 6.0)",
        "(('returned', 'twice'), 8.0)",
        "(('returned', 'CancelledError'), 1.0)",
        "(('returned', [True]), 0.0)",
    ]


def test_what_would_wait_for_ever_is_told_at_once_and_what_is_left_is_named() -> None:
    assert typed("took(locked(), left=left)", "left", "left.clear()", "took(leaves(), left=left)", "left") == [
        "(('raised', RuntimeError('nothing is left that this could wait for')), 60.0)",
        "['Lock.acquire']",
        "(('returned', 'done'), 0.0)",
        "['note', 'stubborn']",
    ]


SCENARIOS = '''
import asyncio

from grader.scenario import fake_clock, outcome, run

clock = fake_clock()


def fetch(delays, failing, order):
    """Fetches from several places, some of which fail."""
    from tiny import fetch_all

    async def get(place):
        await asyncio.sleep(delays[place])
        if place in failing:
            raise ConnectionError(place)
        return place * 10

    before, left = clock.monotonic_ns(), []
    ended = outcome(run, fetch_all(get, range(len(delays))), clock, order, left)
    return {"ended": ended, "seconds": (clock.monotonic_ns() - before) // 1_000_000_000, "left": left}


def tally(names, order):
    """Has several tasks add to one tally."""
    from tiny import Tally

    async def all_of_them():
        tally = Tally()
        await asyncio.gather(*(tally.add(name) for name in names))
        return tally.counts

    return {"counts": run(all_of_them(), clock, order)}
'''
SUITE = '''
from hypothesis import example, given, strategies as st
from grader.suite import points

orders = st.lists(st.integers(0, 3), max_size=6)
delays = st.lists(st.integers(1, 50), min_size=2, max_size=5)


class TestFetch:
    """fetching"""

    @given(delays=delays, order=orders)
    def test_all(self, attempt, delays, order):
        """fetch_all returns every answer, in order, after the longest wait."""
        seen = attempt.fetch(delays, [], order)
        assert seen.ended == ("returned", [place * 10 for place in range(len(delays))])
        assert seen.seconds == max(delays)

    @points(2)
    @given(delays=delays, order=orders)
    @example(delays=[1, 5], order=[])
    def test_fails(self, attempt, delays, order):
        """fetch_all raises the first failure, and leaves nothing at work."""
        first = min(range(len(delays)), key=delays.__getitem__)
        seen = attempt.fetch(delays, [first], order)
        assert seen.ended == ("raised", ConnectionError(first))
        assert seen.left == []
        assert seen.seconds == min(delays)

    @given(names=st.lists(st.sampled_from("ab"), min_size=2, max_size=6), order=orders)
    def test_counts(self, attempt, names, order):
        """No update is lost."""
        assert attempt.tally(names, order).counts == {name: names.count(name) for name in names}
'''
RIGHT = """
import asyncio

async def fetch_all(get, places):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(get(place)) for place in places]
    except* ConnectionError as problem:
        error = problem.exceptions[0]
    else:
        return [task.result() for task in tasks]
    raise error

class Tally:
    def __init__(self):
        self.counts = {}
        self.lock = asyncio.Lock()

    async def add(self, name):
        async with self.lock:
            count = self.counts.get(name, 0)
            await asyncio.sleep(0)
            self.counts[name] = count + 1
"""
_BODY = RIGHT[RIGHT.index("    try:") : RIGHT.index("class Tally")]


@pytest.mark.parametrize(
    ("wrong", "fails"),
    [
        (RIGHT.replace(_BODY, "    return [get(place) for place in places]\n\n"), "ffp"),
        (RIGHT.replace(_BODY, "    return [await get(place) for place in places]\n\n"), "ffp"),
        (RIGHT.replace(_BODY, "    return await asyncio.gather(*map(get, places), return_exceptions=True)\n\n"), "pfp"),
        (RIGHT.replace(_BODY, "    return await asyncio.gather(*map(get, places))\n\n"), "pfp"),
        (RIGHT.replace("async with self.lock", "if self.lock"), "ppf"),
    ],
    ids=["forgotten await", "one after the other", "swallows", "leaves the others", "lost update"],
)
def test_a_suite_tells_wrong_coroutines_from_right_ones(judge: Judge, tmp_path: Path, wrong: str, fails: str) -> None:
    words = {"p": "passed", "f": "failed"}

    assert verdicts(judged(judge, tmp_path, SCENARIOS, SUITE, RIGHT)) == ["passed"] * 3
    result = judged(judge, tmp_path, SCENARIOS, SUITE, wrong)
    assert verdicts(result) == [words[one] for one in fails]
    for test in result.tests:
        if test.evidence is not None and test.evidence.subject is not None:
            (seen,) = type_all("tiny", wrong.encode(), [test.evidence.snippet or ""])
            assert seen.output.endswith(f"{test.evidence.subject}: {test.evidence.actual}\n"), (seen, test.evidence)
