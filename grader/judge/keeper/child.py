"""The judge's side of one child: puts an attempt into it, calls its scenarios, and knows how it ended."""

import marshal
import secrets
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from grader.catalog import Budgets
from grader.jail import wire
from grader.judge.keeper.channel import WATCH_SECONDS, Flood, Gone, Late, Overfull
from grader.judge.keeper.charges import Charges, Limit
from grader.judge.keeper.folders import Space, overfull, remove
from grader.judge.keeper.handles import Handle
from grader.judge.keeper.memory import heard
from grader.judge.keeper.stack import own_line
from grader.judge.keeper.time import LOOK_SECONDS, Processes

_now = time.monotonic
GRACE_SECONDS = 0.5  # for a child that hung up to be gone, which takes a thousandth of it where nothing else runs


KILLED = -9  # the exit status of whoever was killed by SIGKILL, which not every platform has


class Stopped(BaseException):
    """The child is no more: it hung or it crashed. `lines` is the line of the attempt that it was in, if it told.

    Not an Exception, so that Hypothesis doesn't take it for a failure to be shrunk: a hang costs
    its budget once.
    """

    def __init__(self, verdict: str, reason: str, lines: tuple[wire.Line, ...] = ()) -> None:
        super().__init__(reason)
        self.verdict = verdict  # "timed_out" or "crashed"
        self.reason = reason
        self.lines = lines


class Killed:
    """How many children have been killed so far by somebody who is not the judge: by themselves, or from outside."""

    children = 0


class AttemptRaised(Exception):
    """An exception that escaped from a scenario, as the jail described it, and its line and column there."""

    def __init__(self, error: wire.Error, place: tuple[int, int] = (0, 0)) -> None:
        super().__init__(repr(error))
        self.error = error
        self.place = place


class Unimportable(Exception):
    """The attempt can't be imported: `error` says why, as the jail described it."""

    def __init__(self, error: wire.Error) -> None:
        super().__init__(repr(error))
        self.error = error


class Astray(BaseException):
    """A test made another call than was foreseen, so the answers that its child has ready are of no use.

    Not an Exception, for a test must not take it for the attempt's.
    """


@dataclass(frozen=True)
class Foreseen:
    """A call that a test is going to make: the scenario, and its arguments, lowered.

    It depends on what the judge drew alone, never on an answer: a child may learn it before its time.
    """

    scenario: str
    args: list[Any]
    kwargs: dict[str, Any]
    exactly: bytes
    memory_mb: int = 0  # of the child that it is made in, 0 where there is no ceiling

    @classmethod
    def of(cls, scenario: str, args: Iterable[Any], kwargs: dict[str, Any], memory_mb: int = 0) -> "Foreseen":
        """The call with these arguments, as a test hands them over. Raises Unfit if one can't cross."""
        args = list(args)
        return cls(scenario, *_lowered(args, kwargs), _exactly(scenario, args, kwargs), memory_mb)


def _lowered(args: list[Any], kwargs: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The arguments, lowered. Raises Unfit where one can't cross as it is."""
    try:
        return list(map(wire.lower_exactly, args)), {name: wire.lower_exactly(value) for name, value in kwargs.items()}
    except wire.Unfit as problem:
        raise wire.Unfit(f"an argument can't be handed to the scenario: {problem}") from None


def _exactly(scenario: str, args: list[Any], kwargs: dict[str, Any]) -> bytes:
    """The same for equal calls only; `==` would take True for 1."""
    try:
        return marshal.dumps((scenario, args, kwargs), 2)  # the last version that writes an equal thing the same way
    except ValueError:  # a class that it does not know
        return msgspec.msgpack.encode([scenario, *_lowered(args, kwargs)])


class Child:
    """One child with an attempt in it, from its import to its end.

    It begins at once: with the import, and with `ahead`, the calls that will be made first, each on a fresh import.
    """

    def __init__(
        self,
        handle: Handle,
        load: wire.Load,
        budgets: Budgets,
        ahead: Sequence[Foreseen] = (),
        space: Space | None = None,
    ) -> None:
        """`space` is what there was for scratch folders before the attempt came; None for what there is now."""
        self._handle = handle
        self._load = load
        self.memory_mb = load.memory_mb
        self.budgets = budgets  # those in force when it is used, not when it was opened
        self.charges = Charges(Processes(lambda: handle.pid))
        self._channel = handle.channel
        self._stopped: Stopped | None = None
        self._importing = True
        self._owed = 1  # answers that it has not given to anybody who waits for them
        self.used = False  # by a test before the one that it is at work for
        self._early: bytes | None = None  # the answer to the next of those calls, if somebody has looked at it
        self._ahead: deque[tuple[int, Foreseen, bool]] = deque()
        self.beside: Child | None = None  # works ahead, and is looked after, while this one is waited for
        self._looked = _now()
        self._space = Space(handle.scratch or Path(), budgets.scratch_mb << 20) if space is None else space
        if handle.scratch is not None:
            self._channel.watch = self._watch
        self._send(ahead, False, load)

    def ready(self) -> "Child":
        """Returns itself when the attempt is imported. Raises Unimportable, or Stopped."""
        if self._stopped:
            raise self._stopped
        if not self._importing:
            return self
        seconds = self.budgets.import_seconds
        reply = self._reply(Limit(seconds, seconds, f"importing it takes longer than {seconds:g} s"))
        if isinstance(reply, wire.Unready):
            error = self._lifted(reply.error)
            self.end()
            raise Unimportable(error)
        if not isinstance(reply, wire.Ready):
            self._stop("crashed", "it answered something that was not asked")
        self._importing = False
        self.charges.imported()
        return self

    @property
    def rests(self) -> bool:
        """Whether it has done all that it was asked, and could do more: by what can be known, as it was born."""
        done = not (self._importing or self._owed or self._ahead)
        return self._stopped is None and done and not self.memory_mb and self._channel.prompt

    def pause(self) -> None:
        """A test is over: all that it printed is read, or the child ended where that may come late."""
        if self._stopped is None and self._channel.prompt:
            self._channel.arrived()
        else:
            self.end()

    def go_on(self, ahead: Sequence[Foreseen]) -> None:
        """The calls of another test, each on a fresh import; nothing of the test before counts any more."""
        self._channel.output.begin_again()
        self.used = True
        self.charges = Charges(self.charges.processes)
        self._send(ahead, renew_first=True)

    def _send(self, ahead: Sequence[Foreseen], renew_first: bool, *first: wire.Frame) -> None:
        """Sends the calls that will be made, after `first`."""
        calls = [(secrets.randbits(62), one, renew_first or place > 0) for place, one in enumerate(ahead)]
        asked = (wire.Call(number, one.scenario, one.args, one.kwargs, renew) for number, one, renew in calls)
        try:
            self._channel.send(*first, *asked)
            self._ahead.extend(calls)
            self._owed += len(calls)
        except wire.WireError:  # which comes again when the call is made
            self._channel.send(*first)
        self.charges.begin()

    @property
    def orphaned(self) -> bool:
        """Whether it has ended because its jail has."""
        return self._handle.orphaned

    @property
    def output(self) -> str:
        """What the child has printed so far."""
        return self._channel.output.text()

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any], renew: bool, left: Callable[[], float]) -> Any:
        """What scenario `name` returned. `left` says how many seconds the test has left.

        Raises AttemptRaised, Unfit if an argument can't cross, Stopped once and for all, Astray if another call was
        foreseen, or TooBusy.
        """
        self.ready()
        limit = self._limit(left())
        if limit.seconds <= 0:
            self._stop("timed_out", limit.reason)
        number = (self._expected if self._ahead else self._ask)(name, args, kwargs, renew)
        body, self._early = self._early, None
        reply = self._read(self._body(limit) if body is None else body)
        if not isinstance(reply, wire.Returned | wire.Raised) or reply.id != number:
            self._stop("crashed", "it answered something that was not asked")
        if isinstance(reply, wire.Raised):
            raise AttemptRaised(self._lifted(reply.error), reply.place)
        try:
            return wire.lift(reply.value)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def early(self, left: Callable[[], float]) -> bytes:
        """What the next call that was foreseen has returned, as it crossed the wire, before a test makes it; empty
        where none was, or where it has not returned.

        Raises Stopped, as every call after it does, or TooBusy.
        """
        if not self._ahead:
            return b""
        self.ready()
        if self._early is None:
            limit = self._limit(left())
            if limit.seconds <= 0:
                return b""
            self._early = self._body(limit)
        return wire.answered(self._early, self._ahead[0][0])

    def skip(self) -> None:
        """The test need not make the call that has come `early`."""
        self._ahead.popleft()
        self._early = None

    def _limit(self, left: float) -> Limit:
        """What a call may take, of a test that has so many seconds left."""
        call, test = self.budgets.call_seconds, self.budgets.test_seconds
        if call < left:
            return Limit(call, call, f"the call takes longer than {call:g} s")
        return Limit(left, test, f"the test takes longer than {test:g} s")

    def _expected(self, name: str, args: list[Any], kwargs: dict[str, Any], renew: bool) -> int:
        """The number of the call that was sent ahead."""
        number, foreseen, renewed = self._ahead.popleft()
        if renew != renewed or _exactly(name, args, kwargs) != foreseen.exactly:
            raise Astray
        return number

    def _ask(self, name: str, args: list[Any], kwargs: dict[str, Any], renew: bool) -> int:
        """The number of a call that is sent now."""
        if self._channel.pending():
            self._stop("crashed", "it answered without being asked")
        number = secrets.randbits(62)
        try:
            self._channel.send(wire.Call(number, name, *_lowered(args, kwargs), renew))
        except wire.WireError as problem:
            raise wire.Unfit(f"the arguments can't be handed to the scenario: {problem}") from None
        self._owed += 1
        return number

    def look(self) -> None:
        """Sees how far it has come by itself: what it works is charged to it, whether it is waited for or not."""
        if self._stopped is None:
            self.charges.look(self._channel.arrived(), self._owed, self._importing)

    def _reply(self, limit: Limit) -> wire.Reply:
        return self._read(self._body(limit))

    def _read(self, body: bytes) -> wire.Reply:
        try:
            return wire.read_reply(body)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def _body(self, limit: Limit) -> bytes:
        """The next answer, as it crossed the wire."""
        self._look_around()
        try:
            with self.charges.waiting(self._owed, self._importing):
                body = self._receive(limit)
            self._owed -= 1
            heard.add(len(body))
            return body
        except Late:
            self._stop("timed_out", limit.reason, self._at_work())
        except Gone:
            if self.charges.overdue(limit.seconds):  # so it would have been ended, had anybody waited for it
                self._stop("timed_out", limit.reason)
            self._stop("crashed", None)
        except Overfull:
            self._stop_for_space()
        except Flood:
            self._stop("crashed", f"it printed far more than {self.budgets.output_kb:,} KiB", self._at_work())
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def _look_around(self) -> None:
        """However quick the answers are. What was answered before too much was written counts."""
        if _now() > self._looked + WATCH_SECONDS:
            self._looked = _now()
            if self._watch() and not self._channel.pending():
                self._stop_for_space()
        for one in (self, self.beside):
            if one is not None and one.charges.unseen > LOOK_SECONDS:
                one.look()

    def _receive(self, limit: Limit) -> bytes:
        """The next answer. Raises Late when `limit` is used up, and TooBusy."""
        left = self.charges.left(limit)
        while True:
            try:
                return self._channel.receive(_now() + min(left, LOOK_SECONDS))
            except Late:
                if self.beside is not None:
                    self.beside.look()
                left = self.charges.left(limit, waited=True)
                if left <= 0:
                    raise

    def _watch(self) -> bool:
        """Whether it has written too much. Who works beside it has nobody else to look, and is stopped at once."""
        if self._handle.scratch is None:
            return False
        if self.beside is not None and not self.beside._stopped and self.beside._is_overfull:
            self.beside.end()
            self.beside._stopped = Stopped("crashed", self.beside._too_much)
        return self._is_overfull or self._space.gone

    @property
    def _is_overfull(self) -> bool:
        scratch = self._handle.scratch
        return scratch is not None and overfull(scratch, self.budgets.scratch_mb << 20)

    def _stop_for_space(self) -> NoReturn:
        self._space.suspected = not self._is_overfull
        self._stop("crashed", self._too_much)

    @property
    def _too_much(self) -> str:
        return f"it wrote more than {self.budgets.scratch_mb} MiB, or thousands of files"

    def _lifted(self, tree: Any) -> wire.Error:
        try:
            error = wire.lift(tree)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")
        if not isinstance(error, wire.Error):
            self._stop("crashed", "it answered with an exception that is none")
        return error

    def _at_work(self) -> tuple[wire.Line, ...]:
        """The line of the attempt that it is in, if it tells."""
        line = own_line(self._handle.stack(), self._load.module, self._load.source)
        return () if line is None else (line,)

    def _stop(self, verdict: str, reason: str | None, lines: tuple[wire.Line, ...] = ()) -> NoReturn:
        self.charges.processes.end()
        if reason is None:
            status = self._handle.end(GRACE_SECONDS)
            self._channel.close()
            remove(self._handle.scratch)
            self._space.suspected |= self._handle.stopped
            Killed.children += status == KILLED and not self._handle.stopped
            reason = self._too_much if self._handle.stopped else _describe(status)
        else:
            self._let_go()
        self._stopped = Stopped(verdict, reason, lines)
        raise self._stopped

    def end(self) -> None:
        """Ends the child and everything that it started; a second time does nothing.

        All of it is gone when its jail has settled.
        """
        if self._stopped is None:
            self.charges.processes.end()
            self._let_go()
            self._stopped = Stopped("crashed", "it has been ended")

    def finish(self) -> None:
        """Ends the child as `end` does, and returns when it is gone: what comes next has nobody beside it."""
        if self._stopped is None:
            self._handle.end(0)
            self._channel.close()
            remove(self._handle.scratch)
            self._stopped = Stopped("crashed", "it has been ended")

    def _let_go(self) -> None:
        self._handle.dismiss()
        self._channel.close()


def _describe(status: int) -> str:
    """What an exit status says about how a child ended that nobody had ended."""
    if status >= 0:
        return f"it left Python with exit status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    meaning = {
        "SIGSEGV": "it crashed the interpreter, as endless recursion or broken memory does",
        "SIGKILL": "it was killed, as one is that takes too much memory or time",
        "SIGXCPU": "it used up its processor time",
        "SIGSYS": "it made a system call that is forbidden here",
        "SIGABRT": "it aborted",
    }.get(name, "it was killed by a signal")
    return f"{meaning} ({name})"
