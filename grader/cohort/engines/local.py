"""Judges side by side on this machine: a thread for each, for a judge is a process already."""

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from grader.cohort.engines.work import Outcome, Work, outcome
from grader.judge.client import Judge

Arrived = queue.SimpleQueue[Outcome | None]  # None, where a thread has ended


class _Thread(threading.Thread):
    """Takes work and hands over what comes of it, until there is none or somebody wants it to stop."""

    def __init__(
        self, one: Judge, folders: Mapping[str, Path], take: Callable[[], Work | None], arrived: Arrived
    ) -> None:
        super().__init__(daemon=True)
        self.judge = one
        self.stopped = threading.Event()
        self._folders, self._take, self._arrived = folders, take, arrived

    def run(self) -> None:
        try:
            while not self.stopped.is_set() and (work := self._take()) is not None:
                self._arrived.put(outcome(self.judge, self._folders, work))
        finally:
            self._arrived.put(None)


def run(works: Sequence[Work], folders: Mapping[str, Path], judges: int) -> Iterator[list[Outcome]]:
    """What comes of `works`, in the order in which it ends: all that is there at a time, for one writer.

    Neighbours should be of the same topic, whose suite a judge keeps at hand.
    """
    waiting: queue.SimpleQueue[Work] = queue.SimpleQueue()
    for work in works:
        waiting.put(work)
    arrived: Arrived = queue.SimpleQueue()
    with contextlib.ExitStack() as stack:
        # In this thread, for a judge dies with the one that started it.
        threads = [
            _Thread(stack.enter_context(Judge()), folders, lambda: _next(waiting), arrived)
            for _ in range(max(1, min(judges, len(works))))
        ]
        for thread in threads:
            thread.start()
        try:
            yield from _arriving(arrived, len(threads))
        except BaseException:  # a signal, or nobody asks any more
            for thread in threads:
                thread.stopped.set()
                thread.judge.give_up()
            raise
        finally:
            for thread in threads:
                thread.join()


def _next(waiting: "queue.SimpleQueue[Work]") -> Work | None:
    with contextlib.suppress(queue.Empty):
        return waiting.get_nowait()
    return None


def _arriving(arrived: Arrived, working: int) -> Iterator[list[Outcome]]:
    while working:
        found = [arrived.get()]
        with contextlib.suppress(queue.Empty):
            while True:
                found.append(arrived.get_nowait())
        working -= found.count(None)
        if outcomes := [one for one in found if one is not None]:
            yield outcomes
