"""A clock that stands still unless somebody sleeps."""

import time
import timeit
from collections.abc import Callable

START = 1_600_000_000.0  # what the wall clock shows at first, in seconds since 1970
_MONOTONIC = 15.625


class FakeClock:
    """What has been slept, and how to move the clocks. Seconds, all of them."""

    def __init__(self) -> None:
        self._passed = 0  # nanoseconds, which add up exactly
        self._set = 0
        self.sleeps: list[float] = []

    def sleep(self, seconds: float) -> None:
        """In the place of `time.sleep`: takes no time, and is written down."""
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.sleeps.append(float(seconds))  # libraries have floats of their own kind
        self.advance(seconds)

    def advance(self, seconds: float) -> None:
        """Lets time pass without anybody having slept."""
        self._passed += round(seconds * 1_000_000_000)

    def set_wall(self, seconds: float) -> None:
        """Sets the wall clock by so many seconds, as a person or a time server does; no other clock moves."""
        self._set += round(seconds * 1_000_000_000)

    def monotonic_ns(self) -> int:
        """Nanoseconds on a clock that only goes forward."""
        return round(_MONOTONIC * 1_000_000_000) + self._passed

    def wall_ns(self) -> int:
        """Nanoseconds since 1970 on the wall clock."""
        return round(START * 1_000_000_000) + self._passed + self._set


def fake_clock(busy: bool = False) -> FakeClock:
    """Puts a clock that only sleeping moves in the place of all that `time` and `timeit` have, and returns it.

    The processor's clocks stand still, for who sleeps uses no processor; they go with the others if it is `busy`.
    """
    clock = FakeClock()

    # Plain functions: an attempt that asks `time.sleep` for its object finds none.
    def sleep(seconds: float) -> None:
        clock.sleep(seconds)

    def monotonic_ns() -> int:
        return clock.monotonic_ns()

    def wall_ns() -> int:
        return clock.wall_ns()

    def processor_ns() -> int:
        return clock.monotonic_ns() if busy else round(_MONOTONIC * 1_000_000_000)

    time.sleep = sleep  # type: ignore[assignment]
    readers = {
        "monotonic": monotonic_ns,
        "perf_counter": monotonic_ns,
        "time": wall_ns,
        "process_time": processor_ns,
        "thread_time": processor_ns,
    }
    for name, read in readers.items():
        setattr(time, f"{name}_ns", read)
        setattr(time, name, _seconds(read))
    timeit.default_timer = time.perf_counter
    time.clock_gettime_ns = lambda which: (wall_ns if which == _REALTIME else monotonic_ns)()  # type: ignore[attr-defined,unused-ignore]
    time.clock_gettime = lambda which: time.clock_gettime_ns(which) / 1_000_000_000  # type: ignore[attr-defined,unused-ignore]
    return clock


_REALTIME = getattr(time, "CLOCK_REALTIME", None)


def _seconds(read: Callable[[], int]) -> Callable[[], float]:
    def seconds() -> float:
        return read() / 1_000_000_000

    return seconds
