"""An iterable that can be gone through again and again, sums of neighbours, and an iterator that looks ahead."""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Any

_MISSING = object()  # nobody else has it, so no default is taken for it


class CountDown:
    """The numbers from `start` down to 1, for any number of loops, also at once.

    It keeps no place: each iterator has its own.
    """

    def __init__(self, start: int) -> None:
        self.start = start

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.start, 0, -1))


def pairwise_sum(iterable: Iterable[Any]) -> Iterator[Any]:
    """Yield each item + the next one; no item is pulled before it is needed."""
    for before, after in pairwise(iterable):
        yield before + after


class Peekable(Iterator[Any]):
    """An iterator of the items of `iterable` that can say which one comes next."""

    def __init__(self, iterable: Iterable[Any]) -> None:
        self._source = iter(iterable)
        self._ahead: list[Any] = []  # the item that was pulled and not taken yet, if there is one

    def __next__(self) -> Any:
        if not self:
            raise StopIteration
        return self._ahead.pop()

    def __bool__(self) -> bool:
        if not self._ahead:
            self._ahead.extend(islice(self._source, 1))
        return bool(self._ahead)

    def peek(self, default: Any = _MISSING) -> Any:
        """Return the next item and leave it there.

        At the end: return `default`, or raise StopIteration if none is given.
        """
        if self:
            return self._ahead[0]
        if default is _MISSING:
            raise StopIteration
        return default
