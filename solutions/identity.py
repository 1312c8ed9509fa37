"""What is the very object, what is equal, what has a hash, and copies that keep their shape."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_MISSING = object()


def coalesce(*values: Any) -> Any:
    """Return the first value that is not None, or None."""
    return next((value for value in values if value is not None), None)


def index_of(items: Sequence[Any], wanted: Any) -> int:
    """Return the place of the very object; raise ValueError if it is not there."""
    for place, item in enumerate(items):
        if item is wanted:
            return place
    raise ValueError("the object is not there")


def count_distinct(iterable: Iterable[Any]) -> int:
    """Return how many different objects there are."""
    return len({id(item): item for item in iterable})  # an id is an object's own only as long as the object is kept


def changed_keys(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> list[Any]:
    """Return the keys whose values differ: those of `before` first, then those that only `after` has."""
    changed = [key for key, value in before.items() if not _same(value, after.get(key, _MISSING))]
    return changed + [key for key in after if key not in before]


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if other is _MISSING:
        return False
    return bool(one == other) or (_is_nan(one) and _is_nan(other))


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and value != value


class Bookmark:
    """A page by its `url`, which is for good, with a `title`, which says nothing about which page it is."""

    def __init__(self, url: str, title: str = "") -> None:
        self._url = url
        self.title = title

    @property
    def url(self) -> str:
        return self._url

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Bookmark):
            return NotImplemented
        return self.url == other.url

    def __hash__(self) -> int:
        return hash(self.url)


def usable_keys(values: Iterable[Any]) -> list[Any]:
    """Return the values that have a hash."""
    return [value for value in values if _has_hash(value)]


def _has_hash(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def deep_copy(value: Any) -> Any:
    """Return a copy of nested lists, dictionaries, sets and tuples that shares what the original shares."""
    return _copied(value, {})


def _copied(value: Any, copies: dict[int, Any]) -> Any:
    """The copy of a value; `copies` has those that were made already, by the id of the original."""
    if id(value) in copies:
        return copies[id(value)]
    kind, copy = type(value), value
    if kind is list:
        copy = copies[id(value)] = []  # before its items: they may lead back here
        copy.extend([_copied(item, copies) for item in value])
    elif kind is dict:
        copy = copies[id(value)] = {}
        copy.update({key: _copied(item, copies) for key, item in value.items()})
    elif kind is set:
        copy = copies[id(value)] = set(value)
    elif kind is tuple:
        items = tuple([_copied(item, copies) for item in value])
        copy = copies.setdefault(id(value), items)  # its items may have led back here and made it
    return copy
