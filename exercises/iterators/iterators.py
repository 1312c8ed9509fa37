"""An iterable that can be gone through again and again, sums of neighbours, and an iterator that looks ahead."""

from collections.abc import Iterable, Iterator
from typing import Any


class CountDown:
    """The numbers from `start` down to 1, for any number of loops, also at once."""

    def __init__(self, start: int) -> None:
        raise NotImplementedError

    def __iter__(self) -> Iterator[int]:
        """Return an iterator that begins at `start`."""
        raise NotImplementedError


def pairwise_sum(iterable: Iterable[Any]) -> Iterator[Any]:
    """Return an iterator of each item + the next one, which pulls no item before it is needed."""
    raise NotImplementedError


class Peekable:
    """An iterator of the items of `iterable` that can say which one comes next."""

    def __init__(self, iterable: Iterable[Any]) -> None:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    def __next__(self) -> Any:
        """Take the next item; raise StopIteration at the end."""
        raise NotImplementedError

    def __bool__(self) -> bool:
        """Say whether an item is left."""
        raise NotImplementedError

    def peek(self, *default: Any) -> Any:
        """Return the next item and leave it there.

        At the end: return the default, or raise StopIteration if none is given. (Write the parameter as you like.)
        """
        raise NotImplementedError
