"""How objects go, a cache that keeps no object alive, and a signal that keeps no receiver alive."""

from collections.abc import Callable, Hashable
from types import MethodType
from typing import Any
from weakref import WeakMethod, finalize, ref


def census(make: Callable[[], list[Any]], collect: Callable[[], Any]) -> dict[str, int]:
    """Count which of the objects that `make` returns go at once, which are collected, and which are kept."""
    references = [ref(one) for one in make()]
    left = _alive(references)
    collect()
    kept = _alive(references)
    return {"at once": len(references) - left, "collected": left - kept, "kept": kept}


def _alive(references: list[ref[Any]]) -> int:
    return sum(reference() is not None for reference in references)


class WeakCache:
    """Objects by key, as long as somebody else keeps them; says when each of them is gone."""

    def __init__(self, make: Callable[[Any], Any], release: Callable[[Any], Any]) -> None:
        self._make = make
        self._release = release
        self._ends: dict[Hashable, finalize[..., Any]] = {}  # one for each object that was not released yet

    def get(self, key: Hashable) -> Any:
        """Return the object for this key; make it if there is none."""
        while end := self._ends.get(key):
            if known := end.peek():
                return known[0]
            end()  # its object is gone, and it would be called in a moment
        one = self._make(key)
        self._ends[key] = finalize(one, self._end, key)
        return one

    def evict(self, key: Hashable) -> None:
        """Forget the object for this key, and release it now."""
        if end := self._ends.get(key):
            end()

    def _end(self, key: Hashable) -> None:
        del self._ends[key]
        self._release(key)


class Signal:
    """Calls whoever is connected, and keeps nobody alive."""

    def __init__(self) -> None:
        self._references: list[ref[Any]] = []

    def connect(self, receiver: Callable[..., Any]) -> None:
        """Add a receiver, unless it is connected already."""
        if not any(_same(one, receiver) for one in self._receivers()):
            self._references.append(WeakMethod(receiver) if isinstance(receiver, MethodType) else ref(receiver))

    def disconnect(self, receiver: Callable[..., Any]) -> None:
        """Remove a receiver, if it is connected."""
        self._references = [reference for reference in self._references if not _same(reference(), receiver)]

    def send(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Call the receivers in the order of connecting, and return what they return.

        All of them are called before the first of their exceptions is raised.
        """
        results, errors = list[Any](), list[Exception]()
        try:
            for receiver in self._receivers():
                try:
                    results.append(receiver(*args, **kwargs))
                except Exception as error:
                    errors.append(error)
            if errors:
                raise errors[0]
            return results
        finally:
            errors.clear()  # an error refers to this frame by its traceback, and would by this list refer to itself

    def _receivers(self) -> list[Any]:
        """Those who are not gone; forgets the others."""
        receivers = [(reference, reference()) for reference in self._references]
        self._references = [reference for reference, receiver in receivers if receiver is not None]
        return [receiver for _, receiver in receivers if receiver is not None]


def _same(one: Any, other: Any) -> bool:
    """Say whether these are one receiver: a method is made anew each time it is read."""
    if isinstance(one, MethodType) and isinstance(other, MethodType):
        return one.__self__ is other.__self__ and one.__func__ is other.__func__
    return one is other
