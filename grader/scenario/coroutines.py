"""Coroutines on an event loop that waits for nothing: its clock goes on by what it would have waited."""

import asyncio
import selectors
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from typing import Any

from grader.scenario.clocks import FakeClock


def run(
    coroutine: Coroutine[Any, Any, Any], clock: FakeClock, order: Iterable[int] = (), left: list[str] | None = None
) -> Any:
    """What a coroutine returns, on an event loop of its own that goes by `clock`. Raises what it raises,
    and RuntimeError where it would wait for ever.

    Where several tasks can go on, `order` says which does: 0 for the one that has waited longest, as ever, 1 for the
    one behind it, and so on. `left` gets the names of the coroutines that are still at work when this one has ended;
    they are cancelled. A function that `asyncio.to_thread` is given takes as long as it sleeps, beside all else.
    """
    loop = _Loop(clock, order)
    try:
        return loop.run_until_complete(coroutine)
    finally:
        names = [name for one, name in _end(loop) if one is not coroutine]
        if left is not None:
            left += names
        loop.close()


_ANSWER_SECONDS = 1.0  # real ones, in which a server on this machine answers


class _Impatient(selectors.SelectSelector):
    """A selector that lets the clock go on instead of waiting, and waits for sockets alone."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(_ANSWER_SECONDS if len(self.get_map()) > 1 and timeout != 0 else 0)  # one is the loop's
        if not ready and timeout is None:
            raise RuntimeError("nothing is left that this could wait for")
        if not ready and timeout:
            self._clock.advance(timeout)
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self, clock: FakeClock, order: Iterable[int]) -> None:
        super().__init__(_Impatient(clock))
        self._clock = clock
        self._ready = _Ready(order)  # what asyncio takes one callback after the other from

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        """In the place of a thread: the function runs now, and its result is there when it would have been."""
        future = self.create_future()
        before = self._clock.monotonic_ns()
        settle: Callable[[], None]
        try:
            value = func(*args)
            settle = lambda: None if future.done() else future.set_result(value)  # noqa: E731
        except Exception as error:
            problem = error
            settle = lambda: None if future.done() else future.set_exception(problem)  # noqa: E731
        took = (self._clock.monotonic_ns() - before) / 1_000_000_000
        self._clock.advance(-took)
        self.call_later(took, settle)
        return future


class _Ready(deque[asyncio.Handle]):
    """Callbacks in their order, but that a task's step may change places with those of other tasks."""

    def __init__(self, order: Iterable[int]) -> None:
        super().__init__()
        self._order = iter(order)

    def popleft(self) -> asyncio.Handle:
        first = super().popleft()
        behind = [place for place, one in enumerate(self) if _is_step(one)] if _is_step(first) else []
        chosen = next(self._order, 0) % (len(behind) + 1) if behind else 0
        if not chosen:
            return first
        handle = self[behind[chosen - 1]]
        del self[behind[chosen - 1]]
        self.appendleft(first)
        return handle


def _is_step(handle: asyncio.Handle) -> bool:
    return isinstance(getattr(handle._callback, "__self__", None), asyncio.Task)  # type: ignore[attr-defined]


def _end(loop: _Loop) -> list[tuple[Any, str]]:
    """Cancels the tasks that are left; their coroutines, and the names of those."""
    tasks = asyncio.all_tasks(loop)
    loop.set_exception_handler(lambda *_: None)  # what they say of their end is no news
    for task in tasks:
        task.cancel()
    with suppress(RuntimeError):  # who does not let itself be cancelled waits for ever
        if tasks:
            loop.run_until_complete(asyncio.wait(tasks))
        loop.run_until_complete(loop.shutdown_asyncgens())
    left = [(task.get_coro(), getattr(task.get_coro(), "__qualname__", "")) for task in tasks]
    return sorted(left, key=lambda one: one[1])
