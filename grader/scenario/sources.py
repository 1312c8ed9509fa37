"""Sources that know what was pulled from them."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def source(items: Iterable[Item], error: BaseException | None = None) -> tuple[Iterator[Item], list[Item]]:
    """An iterator that can be gone through once, and the items that have been pulled from it so far.

    Where there is an `error`, it is raised when the items are at an end.
    """
    pulled: list[Item] = []

    def pull() -> Iterator[Item]:
        for item in items:
            pulled.append(item)
            yield item
        if error is not None:
            raise error

    return pull(), pulled
