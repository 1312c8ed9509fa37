"""How well an attempt is isolated here: what a canary in the attempt's place observed.

The canary is a child like any other: the same jail, the same fork, the same confinement. In the place of an attempt it
tries all that must fail (confine/canary.py), on things that the judge made for it. What was observed makes the level,
whatever was asked for; a canary that does not report counts as everything open.
"""

import os
import platform
import socket
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.jail import wire
from grader.jail.child import UNCONFINED
from grader.jail.confine import Gap, canary, levels
from grader.judge.keeper.channel import Flood, Gone, Late
from grader.judge.keeper.child import KILLED
from grader.judge.keeper.folders import remove
from grader.judge.keeper.handles import Handle, Jail, JailError
from grader.judge.keeper.time import PATIENT, TOLD
from grader.levels import LEVELS, Level
from grader.verdicts import Isolation, Missing

REPORT_SECONDS = 60.0  # after which a canary is not waited for; it takes some hundredths of one
GRACE_SECONDS = 0.05
# What no probe can vouch for. Landlock hides no metadata; whoever reads a file that others may read changes its time
# of access, and whoever works makes others wait; nothing here hides the kernel's own faults.
NOT_COVERED = ("file metadata", "access times", "timing", "kernel bugs")

_CLOCK = Gap(
    "clock",
    f"nobody tells how long a process waits for a processor, so an attempt has {PATIENT} times its seconds by the wall",
    "use Linux for a score of record, where an attempt is charged for what it uses itself",
)
_NO_REPORT = Gap("canary", "it did not report, so everything counts as open", "see grader doctor")


class Targets:
    """Throwaway things that stand for all that an attempt must not reach."""

    def __init__(self, parent: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="canary-", dir=parent))
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=16)
        # As open to other users as suites and temporary folders are: what refuses the canary is its confinement.
        os.chmod(self._folder, 0o755)
        self._hidden = self._folder / "hidden" / "suite.py"
        self._hidden.parent.mkdir()
        self._hidden.write_bytes(b"hidden")
        self._closed = self._folder / "closed" / "suite.py"
        self._closed.parent.mkdir(mode=0o700)
        self._closed.touch()
        self._outside = self._folder / "outside"
        self._outside.mkdir()
        os.chmod(self._outside, 0o777)

    def named(self, memory_mb: int, scratch: Path | None) -> dict[str, str | int | None]:
        return {
            "hidden": str(self._hidden),
            "closed": str(self._closed),
            "outside": str(self._outside),
            "port": self._listener.getsockname()[1],
            "judge": os.getpid(),
            "memory_mb": memory_mb,
            "scratch": str(scratch) if scratch else None,
        }

    def close(self) -> None:
        self._listener.close()
        remove(self._folder)


class CanaryKilled(JailError):
    """Somebody has killed the canary, which says nothing of how it would have been isolated."""


class Canary:
    """A canary at work in a jail; it begins at once, and is waited for when its report is wanted."""

    def __init__(self, jail: Jail, requires: Iterable[str], memory_mb: int, parent: Path) -> None:
        self._outer = jail.outer
        self._requires = tuple(requires)
        try:
            self._targets = Targets(parent)
        except OSError as error:  # no space, or no loopback
            raise JailError(f"what a canary must not reach can't be made: {error}") from error
        self._handle: Handle | None = None
        self._isolation: Isolation | None = None
        self.observed: dict[str, str] = {}
        try:
            self._handle = jail.open()
            probe = wire.Probe(self._targets.named(memory_mb, self._handle.scratch))
            self._handle.channel.send(probe)  # its silence is noticed when the report is wanted
        except BaseException:
            self.close()
            raise

    def isolation(self, whole: bool = False) -> Isolation:
        """What the canary observed. Raises JailError if no child can be confined as promised.

        Somebody may have killed it: then it has seen everything open, or raises CanaryKilled if it has to be `whole`.
        """
        if self._isolation is None:
            try:
                self._isolation = self._judged(self._report(whole))
            finally:
                self.close()
        return self._isolation

    def close(self) -> None:
        """Ends the canary, and removes what it was given."""
        self._targets.close()
        if self._handle is not None:
            self._end(self._handle, grace=0)

    def _report(self, whole: bool) -> wire.Probed | None:
        handle = self._handle
        assert handle
        try:
            reply = wire.read_reply(handle.channel.receive(time.monotonic() + REPORT_SECONDS))
        except Gone:
            status = self._end(handle, GRACE_SECONDS)
            if status == KILLED and whole:
                raise CanaryKilled("the canary in the jail was killed from outside: try again") from None
            if status == UNCONFINED:
                printed = handle.channel.output.text().strip().rpartition("\n")[2]
                raise JailError(f"a child can't confine itself: {printed}") from None
            return None
        except (Late, Flood, wire.WireError):
            return None
        return reply if isinstance(reply, wire.Probed) else None

    def _end(self, handle: Handle, grace: float) -> int:
        self._handle = None
        status = handle.end(grace)
        handle.channel.close()
        remove(handle.scratch)
        return status

    def _judged(self, report: wire.Probed | None) -> Isolation:
        self.observed = report.observed if report else {}
        level, found = levels.level(self.observed, self._requires)
        gaps = [Gap(*gap) for gap in report.missing] if report else [_NO_REPORT]
        gaps += [] if TOLD else [_CLOCK]
        return Isolation(
            level=level,
            platform=_platform(),
            layers=(*self._outer.layers, *(report.layers if report else ())),
            open=found,
            missing=tuple(Missing(gap.layer, gap.why, gap.mend) for gap in (*self._outer.missing, *gaps)),
            not_covered=NOT_COVERED,
        )


def _platform() -> str:
    """Operating system, its version, and processor: `linux-6.17 x86_64`."""
    version = ".".join(platform.release().split(".")[:2])
    return f"{platform.system().lower()}-{version} {platform.machine().lower()}"


# --- in words -------------------------------------------------------------------------------------

_REACHED: Final = (
    (frozenset(canary.FILES), "files"),
    (frozenset(canary.NETWORK), "the network"),
    (frozenset(canary.PROCESSES), "other processes"),
    (frozenset(canary.METADATA), "file metadata"),
    (frozenset({*canary.RESOURCES, *canary.KERNEL}) - {"memory", "queued_signals"}, "rare system calls"),
)
_SINGULAR = ("the network", "file metadata")


def in_words(isolation: Isolation) -> str:
    """What is open, as half a sentence: `files and more are open here`."""
    if any(gap.layer == _NO_REPORT.layer for gap in isolation.missing):
        return "nothing is known, for the canary did not report"
    found = [words for names, words in _REACHED if not names.isdisjoint(isolation.open)]
    if not found:
        return "memory is not limited here" if "memory" in isolation.open else "queued signals are not limited here"
    if len(found) > 1 or "memory" in isolation.open:
        return f"{found[0]} and more are open here"
    return f"{found[0]} {'is' if found[0] in _SINGULAR else 'are'} open here"


def must_reach(isolation: Isolation, wanted: Level | None) -> None:
    """Raises GraderError, with the reason and the way to mend it, if the level is below the wanted one."""
    if wanted is None or LEVELS.index(isolation.level) <= LEVELS.index(wanted):
        return
    mend = isolation.missing[0].mend if isolation.missing else "see what is open"
    raise GraderError(
        f"not graded: isolation is {isolation.level} and {wanted} is required ({in_words(isolation)}); "
        f"{mend}; all of it: grader doctor"
    )
