"""What an attempt is charged for: the time that it uses itself.

That is the time from a call to its answer, less the time in which its processes were ready to run and got no
processor: other programs, and the judge itself, may have had them. Linux tells it of each thread (`schedstat`). A
process that sleeps, or waits for something, is not ready to run, so it is charged. Elsewhere nobody tells it, and an
attempt gets PATIENT times its seconds by the clock on the wall.
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_now = time.monotonic  # bound now, for a suite may put a stand-in into `time`
_OWN = "/proc/thread-self/schedstat"

LOOK_SECONDS = 0.05  # between two looks at who is waited for; what is quicker is not looked at
PATIENT = 3  # times the seconds of a budget, where nobody tells how long a process has waited
FAIR = 25  # times the seconds of a budget that an attempt may wait for a processor
LEAST_FAIR = 5.0  # seconds that any may wait
TOLD = Path(_OWN).exists()  # whether this platform tells how long a process has waited


class TooBusy(BaseException):
    """An attempt waits for a processor, longer than is fair: nothing can be said about it now.

    Not an Exception, for neither a test nor Hypothesis must take it for the attempt's.
    """


def processors() -> int:
    """How many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def own_waiting() -> float:
    """Seconds that this thread of the judge has been ready to run without a processor; 0 where nobody tells."""
    counts = _counts(_OWN) if TOLD else None
    return counts[1] / 1e9 if counts else 0.0


class Processes:
    """A child and what it has started: how long they have run and waited for a processor, as of the last look.

    `pid` gives the child's number, or None while nobody has made it yet: that is not charged to it.
    """

    def __init__(self, pid: Callable[[], int | None], told: bool = TOLD) -> None:
        self._pid = pid
        self._told = told
        self._began = self._looked = _now()
        self._threads: dict[str, tuple[int, int]] = {}
        self._waits = 0.0
        self._ended = False
        self.ran = 0.0
        self.waited = 0.0
        self.starving = False  # one is ready to run, and nothing has come of it since the look before

    def look(self) -> None:
        """Brings `ran`, `waited` and `starving` up to date."""
        if self._ended:
            return
        now = _now()
        since, self._looked = now - self._looked, now
        pid = self._pid() if self._told else None
        if not self._told:
            self.waited += since * (1 - 1 / PATIENT)
        elif pid is None:
            self._waits += since
            self.waited += since
        else:
            self._count(pid)
            # However they share the processors: while all of these ran, none was waited for.
            self.waited = max(self.waited, min(self._waits, now - self._began - self.ran / processors()))

    def end(self) -> None:
        """Looks for the last time: the number of a process that has ended may soon be another's."""
        self.look()
        self._ended = True

    def _count(self, pid: int) -> None:
        before, self._threads, self.starving = self._threads, {}, False
        longest = 0  # of several that wait at the same time the one that waits longest: they may wait for each other
        for thread in _threads(pid):
            counts = _counts(f"{thread}/schedstat")
            if counts is None:
                continue
            ran, waited = before.get(thread, (0, 0))
            self._threads[thread] = counts
            self.ran += (counts[0] - ran) / 1e9
            longest = max(longest, counts[1] - waited)
            self.starving = self.starving or (counts == (ran, waited) and _is_ready(thread))
        self._waits += longest / 1e9

    def charged(self, seconds: float, waited_before: float) -> float:
        """What is charged of so many seconds, where some were spent in waiting since it was `waited_before` in all."""
        return max(0.0, seconds - (self.waited - waited_before)) if self._told else seconds / PATIENT


def _threads(pid: int) -> Iterator[str]:
    """The folder of each thread of `pid` and its descendants."""
    waiting = [str(pid)]
    while waiting:
        one = waiting.pop()
        try:
            names = os.listdir(f"/proc/{one}/task")
        except OSError:
            continue  # it has ended
        for name in names:
            thread = f"/proc/{one}/task/{name}"
            yield thread
            waiting += (_read(f"{thread}/children") or b"").decode().split()


def _counts(path: str) -> tuple[int, int] | None:
    """Nanoseconds that a thread has run, and has waited for a processor; None if it has ended."""
    content = (_read(path) or b"").split()
    return (int(content[0]), int(content[1])) if len(content) >= 2 else None


def _is_ready(thread: str) -> bool:
    """Whether a thread runs, or would if it had a processor."""
    return (_read(f"{thread}/stat") or b"").rpartition(b")")[2].split()[:1] == [b"R"]


def _read(path: str) -> bytes | None:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:
        return None
    finally:
        os.close(descriptor)


class Stretch:
    """The time from now on, in which an answer is waited for."""

    def __init__(self, processes: Processes) -> None:
        self._processes = processes
        processes.look()
        self._began = _now()
        self._waited = processes.waited
        self.used = 0.0  # seconds, as of the last look

    def look(self) -> float:
        """Brings `used` up to date; the seconds that have passed."""
        self._processes.look()
        elapsed = _now() - self._began
        self.used = self._processes.charged(elapsed, self._waited)
        return elapsed

    def left(self, seconds: float, budget: float) -> float:
        """What is left of `seconds`, which are at most a `budget`: less than nothing where they are used up.

        Who can't be charged yet, for it is ready and gets no processor, has something left. Raises TooBusy when that
        has lasted longer than is fair.
        """
        elapsed = self.look()
        left = seconds - self.used
        if left <= 0 and not self._processes.starving:
            return left
        must_be_fair(elapsed - seconds, budget)
        return max(left, LOOK_SECONDS)


def must_be_fair(waited: float, budget: float) -> None:
    """Raises TooBusy if so many seconds of waiting are too many beside a budget."""
    if waited > max(FAIR * budget, LEAST_FAIR):
        raise TooBusy
