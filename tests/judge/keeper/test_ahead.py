"""Calls that are sent before they are asked for, and children that work before their test begins."""

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.catalog import Budgets, Exercise, Manifest
from grader.jail import wire
from grader.judge.keeper import servers as jails
from grader.judge.keeper.ahead import Ahead, opener
from grader.judge.keeper.child import Astray, AttemptRaised, Child, Foreseen, Stopped
from grader.judge.keeper.folders import home

BUDGETS = Budgets(call_seconds=0.5, test_seconds=5.0, scratch_mb=1)
SCENARIOS = b"""
def add(*numbers, **more):
    import attempt

    return attempt.add(*numbers, **more)

def write(size):
    import attempt

    for number in range(size):
        with open(str(number), "wb") as file:
            file.write(bytes(1 << 20))
    return size
"""
COUNTS = b"calls = []\ndef add(*numbers):\n    calls.append(numbers)\n    return [sum(numbers), len(calls)]\n"
Put = Callable[..., Child]


@pytest.fixture(scope="module", params=["fork", "spawn"])
def jail(request: pytest.FixtureRequest) -> Iterator[Any]:
    manifest = Manifest("Tiny", "Tests", 1, 1, "easy", 1, [], [], requires=["files"], budgets=BUDGETS)
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(dir=home()) as scratches:
        os.chmod(scratches, 0o711)  # a child may be another user
        patch.setenv("GRADER_JAIL", request.param)
        one = jails.start(Exercise(Path("tiny"), manifest), Path(scratches))
        yield one
        one.close()


@pytest.fixture
def put(jail: Any) -> Iterator[Put]:
    children: list[Child] = []

    def put_in(*ahead: Foreseen, source: bytes = COUNTS) -> Child:
        handle = jail.open()
        child = Child(handle, wire.Load("attempt", source, SCENARIOS, str(handle.scratch)), BUDGETS, ahead)
        children.append(child)
        return child

    yield put_in
    for child in children:
        child.end()
    jail.settle()


def add(*numbers: Any) -> Foreseen:
    return Foreseen.of("add", list(numbers), {})


def call(child: Child, name: str, *args: Any, renew: bool = True) -> Any:
    return child.call(name, list(args), {}, renew, lambda: 20.0)


# --- calls ---


def test_calls_that_were_foreseen_are_answered_each_from_a_fresh_import(put: Put) -> None:
    child = put(add(1, 2), add(3), add())

    answers = [call(child, "add", 1, 2, renew=False), call(child, "add", 3), call(child, "add")]

    assert answers == [[3, 1], [3, 1], [0, 1]]


def test_after_the_foreseen_calls_others_are_answered(put: Put) -> None:
    child = put(add(1))
    call(child, "add", 1, renew=False)

    assert call(child, "add", 2, renew=False) == [2, 2]


@pytest.mark.parametrize(
    ("args", "renew"), [([True], False), ([1.0], False), ([2], False), ([1, 1], False), ([1], True)]
)
def test_another_call_than_the_foreseen_one_is_astray(put: Put, args: list[Any], renew: bool) -> None:
    child = put(add(1))

    with pytest.raises(Astray):
        call(child, "add", *args, renew=renew)


def test_more_calls_than_the_wire_takes_at_once_are_answered(put: Put) -> None:
    ahead = [Foreseen.of("add", [number, *([0] * 5_000)], {}) for number in range(200)]
    child = put(*ahead)

    answers = [call(child, "add", *one.args, renew=number > 0) for number, one in enumerate(ahead)]

    assert answers == [[number, 1] for number in range(200)]


def test_a_hang_among_foreseen_calls_is_found_at_its_place(put: Put) -> None:
    child = put(add(1), add(2), add(3), source=b"def add(n):\n    while n == 2: pass\n    return n\n")
    first = call(child, "add", 1, renew=False)

    with pytest.raises(Stopped, match="the call takes longer"):
        call(child, "add", 2)
    assert first == 1


def test_a_crash_among_foreseen_calls_is_found_at_its_place(put: Put) -> None:
    child = put(add(1), add(2), source=b"import os\ndef add(n):\n    return n if n == 1 else os._exit(7)\n")
    first = call(child, "add", 1, renew=False)

    with pytest.raises(Stopped, match="exit status 7"):
        call(child, "add", 2)
    assert first == 1


def test_a_flood_among_foreseen_calls_is_found_at_its_place(put: Put) -> None:
    """However far ahead the child is: the answers before the flood are its answers."""
    source = b"def add(n):\n    if n == 3:\n        while True: print('x' * 10_000)\n    return n\n"
    child = put(add(1), add(2), add(3), source=source)
    child.ready()
    time.sleep(0.3)
    answers = [call(child, "add", 1, renew=False), call(child, "add", 2)]

    with pytest.raises(Stopped, match="it printed far more"):
        call(child, "add", 3)
    assert answers == [1, 2]


def test_an_answer_of_an_attempts_own_is_no_answer_to_the_next_call(put: Put) -> None:
    """It sends, unasked, what it thinks will be wanted."""
    source = (
        b"import sys\n"
        b"def add(n):\n"
        b"    frame = sys._getframe()\n"
        b"    while 'pipe' not in frame.f_locals: frame = frame.f_back\n"
        b"    wire = frame.f_globals['wire']\n"
        b"    frame.f_locals['pipe'].send(wire.Returned(frame.f_locals['call'].id + 1, 2))\n"
        b"    return n\n"
    )
    child = put(add(1), add(2), source=source)

    with pytest.raises(Stopped, match="something that was not asked"):
        call(child, "add", 1, renew=False)


def test_a_child_goes_on_with_another_test_on_fresh_imports(put: Put) -> None:
    source = b"print('hello')\n" + COUNTS.replace(b"return", b"print('there')\n    return")
    child = put(add(1), source=source)
    assert not child.rests
    assert call(child, "add", 1, renew=False) == [1, 1]
    child.pause()
    assert child.rests == child._channel.prompt
    if not child.rests:
        return  # what it printed may come at any time, so it is nobody else's
    assert not child.used
    assert child.output == "hello\nthere\n"
    used = child.charges.calling

    child.go_on([add(2), add(3)])

    assert not child.rests
    assert child.used
    assert child.output == ""
    assert [call(child, "add", number) for number in (2, 3)] == [[2, 1], [3, 1]]
    child.pause()
    assert child.rests
    assert child.output == 2 * "hello\nthere\n"
    assert used > 0
    assert child.charges.importing == 0


def test_what_has_come_early_is_looked_at_as_often_as_one_likes(put: Put) -> None:
    child = put(add(1), add(2), add(3))
    left = lambda: 20.0  # noqa: E731

    early = [child.early(left), child.early(left)]
    child.skip()
    second = child.early(left)

    assert early[0] == early[1] != second
    assert early[0] == msgspec.msgpack.encode([1, 1])
    assert call(child, "add", 2) == [2, 1]
    assert call(child, "add", 3) == [3, 1]
    assert child.early(left) == b""


def test_an_exception_is_nothing_that_was_returned_early(put: Put) -> None:
    child = put(add(1), source=b"def add(n):\n    raise ValueError(n)\n")

    assert child.early(lambda: 20.0) == b""
    with pytest.raises(AttemptRaised):
        call(child, "add", 1, renew=False)


def test_who_works_ahead_and_writes_too_much_is_stopped_meanwhile(put: Put) -> None:
    busy = put(source=b"import time\ndef add(n):\n    time.sleep(0.4)\n    return n\n")
    greedy = put(Foreseen.of("write", [9], {}))
    busy.beside = greedy

    answered = call(busy, "add", 1, renew=False)

    assert answered == 1
    with pytest.raises(Stopped, match="it wrote more than 1 MiB"):
        call(greedy, "write", 9, renew=False)


def test_who_works_ahead_is_looked_after_however_quick_the_answers_are(put: Put) -> None:
    busy, greedy = put(), put(Foreseen.of("write", [9], {}))
    busy.beside = greedy
    greedy.ready()
    time.sleep(0.2)
    over = time.monotonic() + 0.2
    while time.monotonic() < over:
        call(busy, "add", 1)

    assert greedy._stopped is not None
    assert greedy._stopped.reason.startswith("it wrote more than 1 MiB")


NAMELESS = b"""
import os
held = []
def add(n):
    for _ in range(n):
        held.append(os.open("file", os.O_RDWR | os.O_CREAT))
        os.unlink("file")
        os.write(held[-1], bytes(1 << 20))
    return n
"""


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="nobody says how much space there is")
def test_files_without_a_name_count_by_the_space_that_goes(monkeypatch: pytest.MonkeyPatch, put: Put) -> None:
    monkeypatch.setattr("grader.judge.keeper.folders.OTHERS", 23 << 20)
    child = put(source=NAMELESS)
    assert call(child, "add", 1, renew=False) == 1

    def go_on() -> None:
        for _ in range(60):
            call(child, "add", 1, renew=False)
            time.sleep(0.02)

    with pytest.raises(Stopped, match="it wrote more than 1 MiB"):
        go_on()


# --- children ---


class Opened:
    """In the place of a child: which test it was opened for, and whether it has been ended."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.orphaned = False
        self.memory_mb = 0
        self.ended = False
        self.beside: Opened | None = None

    def end(self) -> None:
        self.ended = True


def ahead(tests: int, lead: int, alone: int | None = None) -> tuple[Any, list[Any]]:
    """A line of children; the test at place `alone` goes on in no other's."""
    opened: list[Any] = []

    def open_for(place: int) -> Any:
        opened.append(Opened(place))
        return opened[-1]

    def go_on(place: int, child: Any) -> bool:
        if place == alone:
            return False
        child.place = place
        return True

    return Ahead(tests, open_for, go_on, lead), opened


def test_children_that_rest_go_on_in_turns() -> None:
    line, opened = ahead(5, lead=1)
    places = []
    for place in range(5):
        child = line.child(place)
        places.append(child.place)
        line.rest(child)
    line.close()

    assert places == [0, 1, 2, 3, 4]
    assert len(opened) == 2
    assert all(one.ended for one in opened)


def test_a_test_that_goes_on_in_no_others_child_has_a_new_one() -> None:
    line, opened = ahead(3, lead=0, alone=1)
    for place in range(3):
        line.rest(line.child(place))

    assert [one.ended for one in opened] == [True, False]


def test_a_child_that_rests_and_whose_jail_has_ended_is_replaced() -> None:
    line, opened = ahead(2, lead=0)
    first = line.child(0)
    line.rest(first)
    first.orphaned = True

    assert line.child(1) is opened[1]
    assert first.ended


def test_a_child_of_its_own_has_had_no_other_test() -> None:
    line, opened = ahead(3, lead=1)
    line.rest(line.child(0))

    own = line.own(1)

    assert own is opened[2]
    assert own.beside is opened[1] or own.beside is None


def test_the_next_child_is_open_while_one_is_used() -> None:
    line, opened = ahead(3, lead=1)
    first = line.child(0)
    after_first = [one.place for one in opened]
    second = line.child(1)

    assert (first.place, after_first, first.beside) == (0, [0, 1], second)
    assert [one.place for one in opened] == [0, 1, 2]


def test_without_a_lead_each_child_is_opened_when_it_is_needed() -> None:
    line, opened = ahead(3, lead=0)

    assert [line.child(place).place for place in range(2)] == [0, 1]
    assert [one.place for one in opened] == [0, 1]


def test_no_more_children_are_opened_than_there_are_tests() -> None:
    line, opened = ahead(2, lead=1)
    for place in range(2):
        line.child(place)

    assert [one.place for one in opened] == [0, 1]


def test_a_child_whose_jail_has_ended_meanwhile_is_replaced() -> None:
    line, opened = ahead(2, lead=1)
    line.child(0)
    opened[1].orphaned = True
    second = line.child(1)

    assert (second, opened[1].ended) == (opened[2], True)


def test_children_that_nobody_asked_for_are_ended() -> None:
    line, opened = ahead(3, lead=1)
    line.child(0)
    line.close()

    assert [one.ended for one in opened] == [False, True]


def test_an_opener_hands_out_the_waiting_child_once() -> None:
    first, more, beside = Opened(0), Opened(1), Opened(2)
    first.beside = beside
    open_child = opener(first, lambda memory_mb: more)  # type: ignore[arg-type, return-value]

    assert [open_child(0), open_child(0)] == [first, more]
    assert more.beside is beside


# --- the clock of a child that works ahead ---

HANGS = b"def add(n):\n    while n == 2: pass\n    return n\n"


def look_at(child: Child, seconds: float) -> None:
    """What the judge does while it waits for another child."""
    over = time.monotonic() + seconds
    while time.monotonic() < over:
        child.look()
        time.sleep(0.02)


def stopped(child: Child, name: str, *args: Any, renew: bool = True) -> tuple[str, str, float]:
    started = time.monotonic()
    with pytest.raises(Stopped) as caught:
        call(child, name, *args, renew=renew)
    return caught.value.verdict, caught.value.reason, time.monotonic() - started


def until_used(child: Child, seconds: float) -> None:
    deadline = time.monotonic() + 30
    while child.charges.processes.ran < seconds and time.monotonic() < deadline:
        look_at(child, 0.1)


def test_a_child_that_hung_ahead_is_over_when_it_is_used(put: Put) -> None:
    child = put(add(1), add(2), add(3), source=HANGS)
    until_used(child, 1.0)
    first = call(child, "add", 1, renew=False)
    verdict, reason, seconds = stopped(child, "add", 2)

    assert (first, verdict, reason) == (1, "timed_out", "the call takes longer than 0.5 s")
    assert seconds < 0.4


def test_a_child_opened_ahead_is_judged_by_the_budgets_in_force(put: Put) -> None:
    child = put(add(2), source=HANGS)
    child.budgets = msgspec.structs.replace(BUDGETS, test_seconds=0.2)
    with pytest.raises(Stopped, match=r"the test takes longer than 0.2 s"):
        child.call("add", [2], {}, False, lambda: child.budgets.test_seconds - child.charges.charged())


def test_a_child_that_died_of_its_hang_ahead_has_met_the_limit_that_it_met_first(put: Put) -> None:
    child = put(add(2), source=HANGS)
    until_used(child, 1.0)
    pid = child._handle.pid
    assert pid is not None
    os.kill(pid, signal.SIGXCPU)
    time.sleep(0.2)

    assert stopped(child, "add", 2, renew=False)[:2] == ("timed_out", "the call takes longer than 0.5 s")


def test_a_child_that_was_killed_ahead_has_crashed(put: Put) -> None:
    child = put(add(2), source=HANGS)
    until_used(child, 0.2)
    pid = child._handle.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    look_at(child, 0.8)

    assert stopped(child, "add", 2, renew=False)[0] == "crashed"


def test_what_is_worked_ahead_is_charged(put: Put) -> None:
    child = put(add(1), source=b"import time\ndef add(n):\n    time.sleep(0.4)\n    return n\n")
    look_at(child, 0.8)

    assert call(child, "add", 1, renew=False) == 1
    assert 0.1 < child.charges.calling < 0.6


def test_an_import_ahead_is_charged_apart_from_the_calls(put: Put) -> None:
    child = put(add(1), source=b"import time\ntime.sleep(0.4)\ndef add(n):\n    return n\n")
    look_at(child, 0.8)

    assert call(child, "add", 1, renew=False) == 1
    assert child.charges.calling < 0.2 < child.charges.importing


def test_who_is_done_with_what_was_asked_is_charged_no_more(put: Put) -> None:
    child = put(add(1, 2))
    look_at(child, 1.0)

    assert call(child, "add", 1, 2, renew=False) == [3, 1]
    assert child.charges.calling + child.charges.importing < 0.6


def test_who_waits_for_the_judge_is_charged_nothing(put: Put) -> None:
    """More calls than the wire takes at once: nobody reads or writes them while the judge is busy with its own."""
    ahead = [Foreseen.of("add", [number, *([0] * 5_000)], {}) for number in range(200)]
    child = put(*ahead)
    time.sleep(1.0)
    child.look()

    assert child.charges.calling == 0
