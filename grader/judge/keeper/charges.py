"""What one child is charged for, from its birth on, whether somebody waits for its answers or not."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

from grader.judge.keeper.time import LOOK_SECONDS, Processes, Stretch, processors

_now = time.monotonic  # bound now, for a suite may put a stand-in into `time`


@dataclass(frozen=True)
class Limit:
    """What is allowed for one answer: seconds, which are at most the budget that they are part of, and what is said
    when they are used up.
    """

    seconds: float
    budget: float
    reason: str


class Charges:
    """The clock of one child.

    What it works ahead of its use is seen at every look, so each figure is a bound from below: between two looks it
    is charged where it has been at work at both.
    """

    def __init__(self, processes: Processes) -> None:
        self.processes = processes
        self._ran_before = processes.ran
        self.importing = 0.0  # seconds, as far as they were seen, with what was waited for a processor
        self.calling = 0.0  # the same, for answers to calls
        self._before = processes.ran, processes.waited  # as of now, and then as of when the attempt was imported
        self._seen = _now()
        self._working = False
        self._stretch: Stretch | None = None  # of the answer at work
        self._last = 0.0  # seconds of the answer that was at work when it was last seen alive
        self._reached = 0  # answers that have arrived and nobody has asked for, as of the last look

    def begin(self) -> None:
        """From here on it has something to do."""
        self._seen, self._working = _now(), True

    @property
    def unseen(self) -> float:
        """Seconds since the last look, in which it may have worked; 0 where it had nothing to do."""
        return _now() - self._seen if self._working else 0.0

    def look(self, arrived: int | None, owed: int, importing: bool) -> None:
        """So many of the answers that it owes have arrived; None if it may wait for the judge."""
        now = _now()
        since, self._seen = now - self._seen, now
        worked, self._working = self._working, arrived is not None and arrived < owed
        if arrived is None or not self._working:
            self._last = self._stretch.used if self._stretch is not None else self._last
            self._stretch = None
            return
        if worked:
            self._add(since, importing and arrived == 0)
        if self._stretch is None or arrived != self._reached:
            self._stretch, self._reached = Stretch(self.processes), arrived
        else:
            self._stretch.look()

    @contextlib.contextmanager
    def waiting(self, owed: int, importing: bool) -> Iterator[None]:
        """While the next of so many answers is waited for."""
        began = _now()
        try:
            yield
        finally:
            self._seen = _now()
            self._add(self._seen - began, importing)
        self._working = owed > 1
        if self._reached:
            self._reached -= 1  # it was there, and what is at work is still the same
        else:
            self._stretch, self._last = None, 0.0

    def left(self, limit: Limit, waited: bool = False) -> float:
        """Seconds that the next answer has left; less than nothing if it has none. Raises TooBusy.

        The clock runs from the first look; so an answer that comes before one is never late.
        """
        if self._stretch is None and waited:
            self._stretch = Stretch(self.processes)
        if self._stretch is None or self._reached:
            return limit.seconds
        return self._stretch.left(limit.seconds, limit.budget)

    def overdue(self, seconds: float) -> bool:
        """Whether the answer at work had used up so many seconds when it was last looked at."""
        used = self._last if self._stretch is None else self._stretch.used
        return not self._reached and used >= seconds

    def imported(self) -> None:
        """From here on it answers calls."""
        if self.importing > LOOK_SECONDS:
            self.processes.look()
        self._before = self.processes.ran, self.processes.waited

    def _add(self, seconds: float, importing: bool) -> None:
        if importing:
            self.importing += seconds
        else:
            self.calling += seconds

    def charged(self) -> float:
        """Seconds that its calls are charged for, as of now."""
        self.processes.look()
        return self.processes.charged(self.calling, self._before[1])

    @property
    def ran(self) -> float:
        """Seconds of processors that it has used since its clock was started, its import included."""
        return self.processes.ran - self._ran_before

    @property
    def least(self) -> float:
        """Seconds that its calls have taken at least, however long it may have waited."""
        return (self.processes.ran - self._before[0]) / processors()
