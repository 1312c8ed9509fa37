"""What work costs, counted and not timed: comparisons and hashes of values, and the memory at its peak."""

import contextlib
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass
class Counts:
    """What has been asked of the items so far."""

    comparisons: int = 0  # which of two comes first
    equalities: int = 0  # whether two are the same
    hashes: int = 0


class Counted:
    """A value that is ordered, equal and hashed like `value`, and counts each time that it is asked."""

    __slots__ = ("_counts", "value")

    def __init__(self, value: Any, counts: Counts) -> None:
        self.value = value
        self._counts = counts

    def __lt__(self, other: Any) -> Any:
        self._counts.comparisons += 1
        return self.value < _plain(other)

    def __le__(self, other: Any) -> Any:
        self._counts.comparisons += 1
        return self.value <= _plain(other)

    def __gt__(self, other: Any) -> Any:
        self._counts.comparisons += 1
        return self.value > _plain(other)

    def __ge__(self, other: Any) -> Any:
        self._counts.comparisons += 1
        return self.value >= _plain(other)

    def __eq__(self, other: Any) -> Any:
        self._counts.equalities += 1
        return self.value == _plain(other)

    def __hash__(self) -> int:
        self._counts.hashes += 1
        return hash(self.value)

    def __repr__(self) -> str:
        return repr(self.value)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Counted) else value


def counted(items: Iterable[Any]) -> tuple[list[Counted], Counts]:
    """Items that are ordered, equal and hashed like these, each with its `.value`, and what has been asked of them."""
    counts = Counts()
    return [Counted(item, counts) for item in items], counts


@dataclass
class Peak:
    """The bytes that were allocated at the peak of a block beyond what there was at its beginning."""

    bytes: int = 0


@contextlib.contextmanager
def peak() -> Iterator[Peak]:
    """In a `with`: how much memory the block had at its peak, `.bytes`, there when it is left."""
    found = Peak()
    traced = tracemalloc.is_tracing()
    if not traced:
        tracemalloc.start()
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    try:
        yield found
    finally:
        found.bytes = max(0, tracemalloc.get_traced_memory()[1] - before)
        if not traced:
            tracemalloc.stop()
