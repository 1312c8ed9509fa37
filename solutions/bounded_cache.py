"""Caches that forget what was not used for long, or what has grown old."""

import functools
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from typing import Any


def _limit(max_size: int | None) -> float:
    """A number to compare with, where None is no limit."""
    if max_size is not None and max_size < 0:
        raise ValueError(f"max_size must not be negative: {max_size}")
    return float("inf") if max_size is None else max_size


class LRUCache(MutableMapping[Hashable, Any]):
    """A mapping that keeps the entries that were used last."""

    def __init__(self, max_size: int | None = None) -> None:
        self._limit = _limit(max_size)
        self._entries: OrderedDict[Hashable, Any] = OrderedDict()  # the least recently used first

    def _live(self) -> OrderedDict[Hashable, Any]:
        return self._entries

    def _drop(self, key: Hashable) -> None:
        del self._entries[key]

    def __getitem__(self, key: Hashable) -> Any:
        self._live().move_to_end(key)
        return self._entries[key]

    def __setitem__(self, key: Hashable, value: Any) -> None:
        self._live()[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._limit:
            self._drop(next(iter(self._entries)))

    def __delitem__(self, key: Hashable) -> None:
        self._live()
        self._drop(key)

    def __contains__(self, key: object) -> bool:
        return key in self._live()  # what MutableMapping has for it reads the entry, which is a use

    def __len__(self) -> int:
        return len(self._live())

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._live())


class TTLCache(LRUCache):
    """An LRUCache whose entries expire: what is too old is dropped before anything is answered."""

    def __init__(self, seconds: float, max_size: int | None = None) -> None:
        super().__init__(max_size)
        self._seconds = seconds
        self._ends: OrderedDict[Hashable, float] = OrderedDict()  # as they were written, so the next to expire first

    def _live(self) -> OrderedDict[Hashable, Any]:
        now = time.monotonic()
        while self._ends and now >= self._ends[oldest := next(iter(self._ends))]:
            self._drop(oldest)
        return self._entries

    def _drop(self, key: Hashable) -> None:
        super()._drop(key)
        del self._ends[key]

    def __setitem__(self, key: Hashable, value: Any) -> None:
        self._ends[key] = time.monotonic() + self._seconds
        self._ends.move_to_end(key)
        super().__setitem__(key, value)


def _key_of(args: tuple[Any, ...], kwargs: dict[str, Any], typed: bool) -> Hashable:
    """The arguments themselves: as text, or one behind the other, different calls would look the same."""
    key = args, frozenset(kwargs.items())
    if not typed:
        return key
    return key, tuple(map(type, args)), frozenset((name, type(value)) for name, value in kwargs.items())


class _Results(LRUCache):
    """What one function has returned, and how often it was asked and called."""

    hits = misses = 0

    def ask(self, key: Hashable, call: Callable[[], Any]) -> Any:
        if key in self:
            self.hits += 1
            return self[key]
        self.misses += 1
        result = self[key] = call()
        return result

    def clear(self) -> None:
        super().clear()
        self.hits = self.misses = 0


def custom_cache(
    max_size: int | None = None, typed: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a decorator that remembers results, with cache_info, cache_forget and cache_clear on what it makes."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        results = _Results(max_size)

        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            return results.ask(_key_of(args, kwargs, typed), lambda: function(*args, **kwargs))

        def cache_info() -> dict[str, int | None]:
            return {"hits": results.hits, "misses": results.misses, "size": len(results), "max_size": max_size}

        def cache_forget(*args: Any, **kwargs: Any) -> None:
            results.pop(_key_of(args, kwargs, typed), None)

        vars(wrapper).update(cache_info=cache_info, cache_forget=cache_forget, cache_clear=results.clear)
        return wrapper

    return decorate
