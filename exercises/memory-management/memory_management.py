"""How objects go, a cache that keeps nothing alive, and a signal that keeps no receiver alive."""

from collections.abc import Callable, Hashable
from typing import Any


def census(make: Callable[[], list[Any]], collect: Callable[[], Any]) -> dict[str, int]:
    """Count which of the objects that `make` returns go at once, which are collected, and which are kept."""
    raise NotImplementedError


class WeakCache:
    """Objects by key, as long as somebody else keeps them; says when each of them is gone."""

    def __init__(self, make: Callable[[Any], Any], release: Callable[[Any], Any]) -> None:
        raise NotImplementedError

    def get(self, key: Hashable) -> Any:
        """Return the object for this key; make it if there is none."""
        raise NotImplementedError

    def evict(self, key: Hashable) -> None:
        """Forget the object for this key, and release it now."""
        raise NotImplementedError


class Signal:
    """Calls whoever is connected, and keeps nobody alive."""

    def __init__(self) -> None:
        raise NotImplementedError

    def connect(self, receiver: Callable[..., Any]) -> None:
        """Add a receiver, unless it is connected already."""
        raise NotImplementedError

    def disconnect(self, receiver: Callable[..., Any]) -> None:
        """Remove a receiver, if it is connected."""
        raise NotImplementedError

    def send(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Call the receivers in the order of connecting, and return what they return."""
        raise NotImplementedError
