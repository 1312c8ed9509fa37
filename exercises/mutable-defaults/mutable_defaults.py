"""Defaults that nobody shares, and how to find and repair those that everybody does."""

from collections.abc import Callable, Iterable
from typing import Any


def add_item(item: Any, target_list: list[Any] | None = None) -> list[Any]:
    """Put the item at the end of the list, or of a new one, and return it."""
    raise NotImplementedError


def collector(start: Iterable[Any] = ()) -> Callable[..., list[Any]]:
    """Return a function that collects items, and returns a new list of all that it has."""
    raise NotImplementedError


class Basket:
    """Somebody's items."""

    def __init__(self, owner: str, items: Iterable[Any] = ()) -> None:
        raise NotImplementedError

    def add(self, item: Any) -> None:
        """Put an item at the end."""
        raise NotImplementedError


class Order:
    """A number, a list of lines and a dictionary of notes. (Make it a dataclass.)"""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise NotImplementedError


def culprits(function: Callable[..., Any]) -> list[str]:
    """Return the names of the parameters with a mutable default."""
    raise NotImplementedError


def fresh_defaults(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function as it is, but for its mutable defaults, which each call gets anew."""
    raise NotImplementedError
