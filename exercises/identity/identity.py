"""What is the very object, what is equal, what has a hash, and copies that keep their shape."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def coalesce(*values: Any) -> Any:
    """Return the first value that is not None, or None."""
    raise NotImplementedError


def index_of(items: Sequence[Any], wanted: Any) -> int:
    """Return the place of the very object; raise ValueError if it is not there."""
    raise NotImplementedError


def count_distinct(iterable: Iterable[Any]) -> int:
    """Return how many different objects there are."""
    raise NotImplementedError


def changed_keys(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> list[Any]:
    """Return the keys whose values differ."""
    raise NotImplementedError


class Bookmark:
    """A page by its `url`, which is for good, with a `title`, which says nothing about which page it is."""

    def __init__(self, url: str, title: str = "") -> None:
        raise NotImplementedError


def usable_keys(values: Iterable[Any]) -> list[Any]:
    """Return the values that have a hash."""
    raise NotImplementedError


def deep_copy(value: Any) -> Any:
    """Return a copy of nested lists, dictionaries, sets and tuples that shares what the original shares."""
    raise NotImplementedError
