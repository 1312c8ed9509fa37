"""Coroutines on an event loop that waits for nothing: its clock goes on by what it would have waited."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any

from grader.scenario.clocks import FakeClock


class _Impatient(selectors.SelectSelector):
    """A selector that lets the clock go on instead of waiting."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout is None:
            raise RuntimeError("nothing is left that this could wait for")
        if not ready and timeout:
            self._clock.advance(timeout)
        return ready


def run(coroutine: Coroutine[Any, Any, Any], clock: FakeClock) -> Any:
    """What a coroutine returns, on an event loop of its own that goes by `clock`. Raises what it raises,
    and RuntimeError where it would wait for ever.
    """
    loop = asyncio.SelectorEventLoop(_Impatient(clock))
    try:
        return loop.run_until_complete(coroutine)
    finally:
        loop.close()
