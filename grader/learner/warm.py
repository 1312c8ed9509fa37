"""A judge that stays up between checks, at work in a thread of its own."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.judge import protocol
from grader.judge.client import Judge


@dataclass(frozen=True)
class Heard:
    """What the judge has said, and in which turn."""

    turn: int
    event: protocol.Event


@dataclass(frozen=True)
class Broke:
    """The thread has ended with an exception that nobody expected."""

    problem: BaseException


class Warm:
    """One judge, and what it says handed to `post`: `Heard`, turn by turn. Use it as a context."""

    def __init__(self, post: Callable[[object], None]) -> None:
        self._post = post
        self._judge = Judge()
        self._thread: threading.Thread | None = None
        self._turn = 0

    def __enter__(self) -> "Warm":
        return self

    def __exit__(self, problem: object = None, *_: object) -> None:
        at_work = self._thread is not None and self._thread.is_alive()
        self._stop()
        self._judge.__exit__(problem or at_work or None)

    def begin(self, jobs: Sequence[protocol.Job]) -> int:
        """Has these judged; returns the number of the turn. The one before must have ended."""
        self._turn += 1
        self._thread = threading.Thread(target=self._work, args=(self._turn, jobs), name="judge", daemon=True)
        self._thread.start()
        return self._turn

    def _work(self, turn: int, jobs: Sequence[protocol.Job]) -> None:
        try:
            for event in self._judge.judge(jobs):
                self._post(Heard(turn, event))
        except BaseException as problem:  # it belongs to whoever waits for the turn
            self._post(Broke(problem))

    def give_up(self) -> None:
        """Ends the turn that is at work; the next one has another judge, which has to come up first."""
        self._stop()
        self._judge.__exit__(True)
        self._judge = Judge()

    def _stop(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._judge.give_up()
            self._thread.join()
