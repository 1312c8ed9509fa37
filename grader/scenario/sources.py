"""Sources that know what was pulled from them, fail and go on, or can do little else than be iterated."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, NoReturn, TypeVar

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


def interrupted(items: Iterable[Any]) -> Iterator[Any]:
    """An iterator that raises those of its items that are exceptions, and goes on with the next."""
    return _Interrupted(items)


class _Interrupted(Iterator[Any]):
    def __init__(self, items: Iterable[Any]) -> None:
        self._items = iter(items)

    def __next__(self) -> Any:
        item = next(self._items)
        if isinstance(item, BaseException):
            raise item
        return item


class _Bare(Generic[Item]):
    """Can do nothing but be iterated, and once; who asks for its truth or its length gets an error."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = iter(items)

    def __iter__(self) -> Iterator[Item]:
        return self._items

    def __bool__(self) -> NoReturn:
        raise TypeError("can only be iterated")

    __len__ = __bool__


class _Numbered(Generic[Item]):
    """Can be iterated only because its items have numbers."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items

    def __getitem__(self, number: int) -> Item:
        return self._items[number]


_KINDS: dict[str, Any] = {
    "list": list,
    "tuple": tuple,
    "keys": dict.fromkeys,
    "iterator": iter,
    "bare": _Bare,
    "numbered": _Numbered,
}


def iterable(kind: str, items: list[Item]) -> Iterable[Item]:
    """The items in a "list", a "tuple", the "keys" of a dictionary, an "iterator", or an object that can be iterated
    and nothing else: a "bare" one by `__iter__`, once, with neither truth nor length, a "numbered" one by
    `__getitem__`.
    """
    made: Iterable[Item] = _KINDS[kind](items)
    return made
