"""The judge's side of a child that has tools read an attempt's text, and never runs it."""

import time
from collections.abc import Callable
from typing import Any

import msgspec

from grader.errors import ExerciseError
from grader.jail import wire
from grader.judge.keeper.channel import Flood, Gone, Late, Overfull
from grader.judge.keeper.child import Stopped
from grader.judge.keeper.handles import Handle
from grader.judge.keeper.time import LOOK_SECONDS, Processes, Stretch

SECONDS = 10.0  # of the tool's, for one question: a hundred times what an honest text takes
FREE_SECONDS = 1.0  # of these, which nobody is charged for

_now = time.monotonic  # bound now, for a suite may put a stand-in into `time`


class Texts:
    """One attempt's text. What was asked once is known: it depends on the text and the question alone.

    `open_child` gives a child with a tool (types, lint or structure) in it, and what the tool needs to know beside the
    question.
    """

    def __init__(self, module: str, source: bytes, open_child: Callable[[str], tuple[Handle, dict[str, Any]]]) -> None:
        self.source = source
        self._module = module
        self._open_child = open_child
        self._children: dict[str, tuple[Handle, dict[str, Any]]] = {}
        self._known: dict[bytes, Any] = {}

    def ask(self, tool: str, options: dict[str, Any]) -> tuple[Any, float]:
        """What `tool` finds, and the seconds that the attempt is charged for it.

        Raises Stopped where it comes to no end of its own, ExerciseError where it can't be asked so, or TooBusy.
        """
        key = msgspec.msgpack.encode([tool, options])
        charged = 0.0
        if key not in self._known:
            try:
                self._known[key], seconds = self._asked(tool, options)
            except Stopped as stop:
                self._known[key] = stop
                self._end(tool)
                raise
            charged = max(0.0, seconds - FREE_SECONDS)
        known = self._known[key]
        if isinstance(known, Stopped):
            raise known
        return wire.lift(known), charged

    def _asked(self, tool: str, options: dict[str, Any]) -> tuple[Any, float]:
        if tool not in self._children:
            self._children[tool] = self._open_child(tool)
        handle, more = self._children[tool]
        try:
            handle.channel.send(wire.Inspect(tool, self._module, self.source, {**options, **more}))
            began = _now()
            body, stretch = _received(handle)
            reply = wire.read_reply(body)
        except Late:
            raise Stopped("timed_out", f"reading its text ({tool}) takes longer than {SECONDS:g} s") from None
        except (Gone, Flood, Overfull, wire.WireError):
            raise Stopped("crashed", f"its text can't be read ({tool}): what reads it breaks down") from None
        if isinstance(reply, wire.Uninspected):
            if reply.misused:
                raise ExerciseError(f"attempt.text.{tool} can't be asked so: {reply.why}")
            raise Stopped("crashed", f"its text can't be read ({tool}): {reply.why}")
        if not isinstance(reply, wire.Inspected):
            raise Stopped("crashed", "what reads its text answered something that was not asked")
        return reply.found, _now() - began if stretch is None else stretch.used

    def _end(self, tool: str) -> None:
        handle, _ = self._children.pop(tool)
        handle.dismiss()
        handle.channel.close()

    def close(self) -> None:
        """Ends the children."""
        for tool in [*self._children]:
            self._end(tool)


def _received(handle: Handle) -> tuple[bytes, Stretch | None]:
    """The answer, and what was used for it, where it was looked at. Raises Late when the time is up, and TooBusy."""
    stretch: Stretch | None = None
    while True:
        try:
            body = handle.channel.receive(_now() + LOOK_SECONDS)
        except Late:
            if stretch is None:
                stretch = Stretch(Processes(lambda: handle.pid))
            elif stretch.left(SECONDS, SECONDS) <= 0:
                raise
        else:
            if stretch is not None:
                stretch.look()
            return body, stretch
