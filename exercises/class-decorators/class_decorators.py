"""Decorators for classes: a repr, a registry, a single instance, a log of calls."""

from collections.abc import Callable, MutableMapping
from typing import Any, TypeVar

C = TypeVar("C", bound=type)


def add_repr(*fields: str) -> Callable[[C], C]:
    """Add a `__repr__` that shows these attributes, unless the class has written one."""
    raise NotImplementedError


def register(registry: MutableMapping[str, Any], name: str | None = None) -> Callable[[C], C]:
    """Put a class into `registry`; raise ValueError if the name is taken."""
    raise NotImplementedError


def singleton(cls: C) -> C:
    """Let a class have one instance."""
    raise NotImplementedError


def log_calls(log: list[tuple[str, tuple[Any, ...], dict[str, Any]]]) -> Callable[[C], C]:
    """Wrap the public methods of a class: each call appends `(name, args, kwargs)` to `log`."""
    raise NotImplementedError
