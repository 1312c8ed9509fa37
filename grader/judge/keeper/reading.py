"""The judge's side of a child that looks at an attempt's text, and never runs it."""

import time

from grader.catalog import Exercise
from grader.jail import wire
from grader.judge.keeper.channel import Flood, Gone, Late, Overfull
from grader.judge.keeper.handles import Handle
from grader.signs import UNREAD, described
from grader.verdicts import Sign

SECONDS = 10.0  # after which it is not waited for, when all else is done

_now = time.monotonic  # bound now, for a suite may put a stand-in into `time`


class Reading:
    """An attempt that is being looked at: it begins at once, and is waited for when its signs are wanted."""

    def __init__(self, handle: Handle | None, source: bytes) -> None:
        """Without a `handle` nobody looks."""
        self._handle = handle
        self._source = source
        if handle is not None:
            handle.channel.send(wire.Look(source))

    def signs(self, exercise: Exercise) -> tuple[Sign, ...] | None:
        """What a person should look at. That it could not be read is a sign, too: nothing else comes of it."""
        if self._handle is None:
            return None
        return described(self._seen(self._handle), self._source, exercise.manifest.requires)

    def _seen(self, handle: Handle) -> list[tuple[int, str, str]]:
        try:
            reply = wire.read_reply(handle.channel.receive(_now() + SECONDS))
        except (Late, Gone, Flood, Overfull, wire.WireError):
            return [UNREAD]
        finally:
            self.close()
        return reply.signs if isinstance(reply, wire.Seen) else [UNREAD]

    def close(self) -> None:
        """Ends the child; a second time does nothing."""
        if self._handle is not None:
            self._handle.dismiss()
            self._handle.channel.close()
            self._handle = None
