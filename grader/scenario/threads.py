"""Threads that run one at a time and take turns as a schedule says, so that a race is found again exactly.

A turn ends before a thread reads or writes what it may share with others (an attribute, a global, an item, a variable
of an enclosing function), for nothing else that it does can be seen by them; and where it waits. All that waits is made
of `threading.Lock`: so that one, in the place of the real one, and `Thread` itself, know who is waiting.
"""

import dis
import functools
import math
import os
import queue
import sys
import threading
import time
from _thread import allocate_lock, get_ident
from collections.abc import Callable, Iterable
from types import CodeType, FrameType
from typing import Any

from grader.scenario.clocks import FakeClock, fake_clock

Ended = tuple[str, Any]
_start, _join, _is_alive = threading.Thread.start, threading.Thread.join, threading.Thread.is_alive
_workers: dict[int, "_Worker"] = {}  # by thread: those that take turns


class _Abandoned(BaseException):
    """Ends a thread that waits for what never comes."""


class _Worker:
    """One thread, and what it waits for."""

    def __init__(self, turns: "_Turns", daemon: bool) -> None:
        self.turns = turns
        self.daemon = daemon
        self.ended: Ended | None = None
        self.ready: Callable[[], bool] | None = None  # whether it can go on, which may take a lock for it
        self.deadline: int | None = None  # nanoseconds of the clock
        self.came = True  # what it waited for, and not the deadline
        self.abandoned = False
        self.gate, self.done = allocate_lock(), allocate_lock()
        self.gate.acquire()
        self.done.acquire()

    def work(self, function: Callable[[], Any]) -> None:
        """What its thread does: waits for its first turn, and then runs the function."""
        self.gate.acquire()
        _workers[get_ident()] = self
        try:
            if not self.abandoned:
                if _monitoring is None:
                    sys.settrace(self._trace)
                self.ended = "returned", function()
        except BaseException as error:
            self.ended = "raised", error
        finally:
            sys.settrace(None)
            if self.abandoned:  # however it came to its end
                self.ended = "blocked", None
            del _workers[get_ident()]
            self.turns.hand_on(self)
            self.done.release()

    def wait(self, ready: Callable[[], bool], seconds: float = -1) -> bool:
        """Gives its turn away until it is `ready`, or so many seconds have passed on the clock. Whether it is ready."""
        if self.abandoned:
            raise _Abandoned
        self.ready = ready
        self.deadline = None if seconds < 0 else self.turns.now + max(1, math.ceil(seconds * 1_000_000_000))
        self.turns.hand_on(self)
        if self.abandoned:
            raise _Abandoned
        return self.came

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if not _is_attempts(frame.f_code.co_filename):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        shared = _shared(frame.f_code)

        def step(frame: FrameType, event: str, _: Any) -> Any:
            if event == "opcode" and frame.f_lasti in shared and not self.abandoned:
                self.turns.step(self)
            return step

        return step


class _Turns:
    """Whose turn it is, from the first to the last of one `interleave`."""

    def __init__(self, clock: FakeClock, schedule: Iterable[int]) -> None:
        self.clock = clock
        self._schedule = iter(schedule)
        self._left = next(self._schedule, None)  # steps of this turn; None: to the end
        self.workers: list[_Worker] = []
        self.over = allocate_lock()
        self.over.acquire()

    @property
    def now(self) -> int:
        return self.clock.monotonic_ns()

    def add(self, daemon: bool) -> _Worker:
        """A worker for a thread that is about to be started."""
        self.workers.append(worker := _Worker(self, daemon))
        return worker

    def step(self, worker: _Worker) -> None:
        """The thread whose turn it is comes to something shared."""
        while self._left == 0:
            self.hand_on(worker)
        if self._left is not None:
            self._left -= 1

    def hand_on(self, worker: _Worker) -> None:
        """Ends the turn of one; comes back with the next one that it gets, if it has not ended."""
        if worker.abandoned:
            return
        self._left = next(self._schedule, None)
        following = self._following(worker)
        if following is worker:
            return
        (self.over if following is None else following.gate).release()
        if worker.ended is None:
            worker.gate.acquire()

    def _following(self, worker: _Worker) -> _Worker | None:
        """Who is next: the first after this one that can go on, or the first whose time is up; None if nobody is."""
        place = self.workers.index(worker) + 1
        waiting = [one for one in (*self.workers[place:], *self.workers[:place]) if one.ended is None]
        if all(one.daemon for one in waiting):
            return None
        for one in waiting:
            if one.ready is None or one.ready():
                one.ready, one.came = None, True
                return one
        timed = [one for one in waiting if one.deadline is not None]
        if not timed:
            return None
        first = min(timed, key=lambda one: one.deadline or 0)
        self.clock.advance(max(0, (first.deadline or 0) - self.now) / 1_000_000_000)
        first.came = first.ready is not None and first.ready()
        first.ready = None
        return first

    def abandon(self) -> None:
        """Ends the threads that are left, one after the other."""
        left = [one for one in self.workers if one.ended is None]
        for one in left:
            one.abandoned = True
        for one in left:
            one.gate.release()
            one.done.acquire()


class FakeThreads:
    """Runs functions in threads of their own that take turns; `clock` is what they sleep by."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock

    def interleave(self, schedule: Iterable[int], *functions: Callable[[], Any]) -> list[Ended]:
        """How each function ended: `("returned", value)`, `("raised", error)`, or `("blocked", None)`, where it waits
        for what never comes. NotImplementedError passes through.

        `schedule` says how many steps each turn takes; a step is an attribute, global, item or shared variable that
        the code reads or writes. Turns go round, and when the schedule is at its end each goes on for as long as it
        can: `[2, 1]` is two steps of the first, one of the second, and then the first to its end.
        """
        turns = _Turns(self.clock, schedule)
        threads = []
        for function in functions:
            worker = turns.add(daemon=False)
            thread = threading.Thread(target=worker.work, args=(function,), daemon=True)
            threads.append(thread)
            _start(thread)
        given = turns.workers[:]
        if given:
            _watch(True)
            given[0].gate.release()
            turns.over.acquire()
            turns.abandon()
            _watch(False)
        for thread in threads:
            _join(thread)
        ended = [worker.ended or ("blocked", None) for worker in given]
        for _, error in ended:
            if isinstance(error, NotImplementedError):
                raise error
        return ended


def fake_threads(clock: FakeClock | None = None) -> FakeThreads:
    """Puts locks that know who waits for them in the place of those of `threading`, and returns what runs threads by a
    schedule. They sleep by `clock`, a new `fake_clock()` if there is none. Elsewhere locks and threads are as ever.
    """
    clock = clock or fake_clock()
    slept = time.sleep

    def sleep(seconds: float) -> None:
        worker = _workers.get(get_ident())
        if worker is None or seconds < 0:
            slept(seconds)
            return
        clock.sleeps.append(float(seconds))
        until = clock.monotonic_ns() + round(seconds * 1_000_000_000)
        worker.wait(lambda: clock.monotonic_ns() >= until, seconds)

    put: Any = threading  # its names are no constants here
    time.sleep = sleep  # type: ignore[assignment]
    put.Lock = put._allocate_lock = _Lock
    put.RLock = put._PyRLock
    put._time = lambda: time.monotonic()
    put.Thread.start, put.Thread.join, put.Thread.is_alive = _start_in_turn, _join_in_turn, _is_alive_in_turn
    setattr(queue, "SimpleQueue", queue._PySimpleQueue)  # type: ignore[attr-defined]  # noqa: B010
    if hasattr(functools, "RLock"):  # what `cached_property` holds, before Python 3.12
        functools.RLock = put.RLock
    return FakeThreads(clock)


class _Lock:
    """A lock; a thread that waits for it gives its turn away."""

    def __init__(self) -> None:
        self._real = allocate_lock()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        worker = _workers.get(get_ident())
        if worker is None or not blocking:
            return self._real.acquire(blocking, timeout)
        if self._real.acquire(False):
            return True
        return worker.wait(lambda: self._real.acquire(False), timeout)

    def release(self) -> None:
        self._real.release()

    def locked(self) -> bool:
        return self._real.locked()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        self._real = allocate_lock()


def _start_in_turn(thread: threading.Thread) -> None:
    me = _workers.get(get_ident())
    if me is None:
        _start(thread)
        return
    worker = me.turns.add(thread.daemon)
    run = thread.run
    vars(thread).update(run=lambda: _work(worker, run), _worker=worker)
    del _workers[get_ident()]  # its thread is really there when this returns, and waits for its turn
    try:
        _start(thread)
    finally:
        _workers[get_ident()] = me


def _work(worker: _Worker, run: Callable[[], None]) -> None:
    worker.work(run)
    if worker.ended is not None and worker.ended[0] == "raised":
        raise worker.ended[1]  # which `threading` prints


def _join_in_turn(thread: threading.Thread, timeout: float | None = None) -> None:
    me, worker = _workers.get(get_ident()), vars(thread).get("_worker")
    if me is None or worker is None or worker is me:
        _join(thread, timeout)
        return
    if worker.ended is None:
        me.wait(lambda: worker.ended is not None, -1 if timeout is None else max(0, timeout))


def _is_alive_in_turn(thread: threading.Thread) -> bool:
    worker = vars(thread).get("_worker")
    return _is_alive(thread) if worker is None else worker.ended is None


# From Python 3.12 on a trace function hears of no instruction of a call that is the first of its code.
_monitoring: Any = getattr(sys, "monitoring", None)
_TOOL = 4  # of the numbers 0 to 5 one that nobody is known to use


def _watch(on: bool) -> None:
    """Has instructions be heard of, or not any more, where Python has a better way than a trace function."""
    if _monitoring is None:
        return
    if on and _monitoring.get_tool(_TOOL) is None:
        _monitoring.use_tool_id(_TOOL, __name__)
        _monitoring.register_callback(_TOOL, _monitoring.events.INSTRUCTION, _hear)
    _monitoring.set_events(_TOOL, _monitoring.events.INSTRUCTION if on else 0)


def _hear(code: CodeType, offset: int) -> Any:
    if not _is_attempts(code.co_filename) or offset not in _shared(code):
        return _monitoring.DISABLE  # for good, at this place
    worker = _workers.get(get_ident())
    if worker is not None and not worker.abandoned:
        worker.turns.step(worker)
    return None


_SHARED = ("_ATTR", "_METHOD", "_GLOBAL", "_SUBSCR", "_DEREF", "_SLICE")
_NOT_THE_ATTEMPTS = (os.path.dirname(os.__file__), os.path.dirname(os.path.dirname(__file__)))


@functools.cache
def _shared(code: CodeType) -> frozenset[int]:
    """Where in the code something is read or written that another thread may see."""
    return frozenset(one.offset for one in dis.get_instructions(code) if _is_shared(one))


def _is_shared(instruction: dis.Instruction) -> bool:
    name = instruction.opname
    return name.endswith(_SHARED) or (name == "BINARY_OP" and instruction.argrepr == "[]")


@functools.cache
def _is_attempts(file: str) -> bool:
    """Whether code of this file is the attempt's: no library's, no scenario's, nothing typed at a prompt."""
    if file.startswith(("<", *_NOT_THE_ATTEMPTS)) or "site-packages" in file:
        return False
    return os.path.basename(file) != "scenarios.py"
