"""The judge's side of one child: puts an attempt into it, calls its scenarios, and knows how it ended."""

import secrets
import signal
import time
from typing import Any, NoReturn

from grader.catalog import Budgets
from grader.jail import wire
from grader.judge.channel import Flood, Gone, Late, Overfull
from grader.judge.folders import overfull
from grader.judge.servers import (
    ForkServer,
    Handle,
    Interpreters,
    Jail,
    JailError,
    environment,
    make_scratch,
    mode,
    remove,
    start,
    start_bare,
)

__all__ = [
    "AttemptRaised",
    "Child",
    "ForkServer",
    "Handle",
    "Interpreters",
    "Jail",
    "JailError",
    "Stopped",
    "Unimportable",
    "environment",
    "make_scratch",
    "mode",
    "remove",
    "start",
    "start_bare",
]

_now = time.monotonic
GRACE_SECONDS = 0.05  # for a child that hung up to be gone


class Stopped(BaseException):
    """The child is no more: it hung or it crashed.

    Not an Exception, so that Hypothesis doesn't take it for a failure to be shrunk: a hang costs
    its budget once.
    """

    def __init__(self, verdict: str, reason: str) -> None:
        super().__init__(reason)
        self.verdict = verdict  # "timed_out" or "crashed"
        self.reason = reason


class AttemptRaised(Exception):
    """An exception that escaped from a scenario, as the jail described it."""

    def __init__(self, error: wire.Error) -> None:
        super().__init__(repr(error))
        self.error = error


class Unimportable(Exception):
    """The attempt can't be imported: `error` says why, as the jail described it."""

    def __init__(self, error: wire.Error) -> None:
        super().__init__(repr(error))
        self.error = error


class Child:
    """One child with an attempt in it, from its import to its end."""

    def __init__(self, handle: Handle, load: wire.Load, budgets: Budgets) -> None:
        self._handle = handle
        self._budgets = budgets
        self._channel = handle.channel
        self._stopped: Stopped | None = None
        if handle.scratch is not None:
            scratch, most = handle.scratch, budgets.scratch_mb << 20
            self._channel.watch = lambda: overfull(scratch, most)
        too_long = f"importing it takes longer than {budgets.import_seconds:g} s"
        reply = self._ask(load, _now() + budgets.import_seconds, too_long)
        if isinstance(reply, wire.Unready):
            error = self._lifted(reply.error)
            self.end()
            raise Unimportable(error)
        if not isinstance(reply, wire.Ready):
            self._stop("crashed", "it answered something that was not asked")
        self.layers = reply.layers

    @property
    def output(self) -> str:
        """What the child has printed so far."""
        return self._channel.output.text()

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any], renew: bool, deadline: float) -> Any:
        """What scenario `name` returned. Raises AttemptRaised, or Stopped once and for all."""
        if self._stopped:
            raise self._stopped
        if self._channel.pending():
            self._stop("crashed", "it answered without being asked")
        number = secrets.randbits(62)
        lowered = {key: wire.lower(value) for key, value in kwargs.items()}
        call = wire.Call(number, name, [wire.lower(value) for value in args], lowered, renew)
        reply = self._ask(call, *self._limit(deadline))
        if not isinstance(reply, wire.Returned | wire.Raised) or reply.id != number:
            self._stop("crashed", "it answered something that was not asked")
        if isinstance(reply, wire.Raised):
            raise AttemptRaised(self._lifted(reply.error))
        try:
            return wire.lift(reply.value, exact=True)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def _limit(self, deadline: float) -> tuple[float, str]:
        """When a call that begins now has to be over, and what is said if it is not."""
        budgets = self._budgets
        over = _now() + budgets.call_seconds
        if over < deadline:
            return over, f"the call takes longer than {budgets.call_seconds:g} s"
        return deadline, f"the test takes longer than {budgets.test_seconds:g} s"

    def _ask(self, message: wire.Frame, deadline: float, too_long: str) -> wire.Reply:
        try:
            self._channel.send(message, deadline)
            return wire.read_reply(self._channel.receive(deadline))
        except Late:
            self._stop("timed_out", too_long)
        except Gone:
            self._stop("crashed", None)
        except Overfull:
            self._stop("crashed", f"it wrote more than {self._budgets.scratch_mb} MiB, or thousands of files")
        except Flood:
            self._stop("crashed", f"it printed far more than {self._budgets.output_kb:,} KiB")
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def _lifted(self, tree: Any) -> wire.Error:
        try:
            error = wire.lift(tree, exact=True)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")
        if not isinstance(error, wire.Error):
            self._stop("crashed", "it answered with an exception that is none")
        return error

    def _stop(self, verdict: str, reason: str | None) -> NoReturn:
        status = self._end(GRACE_SECONDS if reason is None else 0)
        self._stopped = Stopped(verdict, reason or _describe(status))
        raise self._stopped

    def end(self) -> None:
        """Ends the child and everything that it started; a second time does nothing."""
        if self._stopped is None:
            self._end(0)
            self._stopped = Stopped("crashed", "it has been ended")

    def _end(self, grace: float) -> int:
        status = self._handle.end(grace)
        self._channel.close()
        remove(self._handle.scratch)
        return status


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
