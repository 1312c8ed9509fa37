"""Caches that forget what was not used for long, or what has grown old."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any


class LRUCache:
    """A mapping that keeps the entries that were used last."""

    def __init__(self, max_size: int | None = None) -> None:
        raise NotImplementedError

    def __getitem__(self, key: Hashable) -> Any:
        raise NotImplementedError

    def __setitem__(self, key: Hashable, value: Any) -> None:
        raise NotImplementedError

    def __delitem__(self, key: Hashable) -> None:
        raise NotImplementedError

    def get(self, key: Hashable, default: Any = None) -> Any:
        raise NotImplementedError

    def __contains__(self, key: Hashable) -> bool:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Any]:
        """Go through the keys, the least recently used first."""
        raise NotImplementedError


class TTLCache(LRUCache):
    """An LRUCache whose entries expire."""

    def __init__(self, seconds: float, max_size: int | None = None) -> None:
        raise NotImplementedError


def custom_cache(
    max_size: int | None = None, typed: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a decorator that remembers results; see the brief for cache_info, cache_forget and cache_clear."""
    raise NotImplementedError
