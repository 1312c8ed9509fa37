"""Decorators for classes: a repr, a registry, a single instance, a log of calls."""

from collections.abc import Callable, MutableMapping
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

C = TypeVar("C", bound=type)
Log = list[tuple[str, tuple[Any, ...], dict[str, Any]]]


def add_repr(*fields: str) -> Callable[[C], C]:
    """Add a `__repr__` that shows these attributes, unless the class has written one."""

    def show(self: Any) -> str:
        values = ", ".join(f"{field}={getattr(self, field)!r}" for field in fields)
        return f"{type(self).__name__}({values})"

    def decorate(cls: C) -> C:
        if "__repr__" not in vars(cls):
            cls.__repr__ = show  # type: ignore[assignment]
        return cls

    return decorate


def register(registry: MutableMapping[str, Any], name: str | None = None) -> Callable[[C], C]:
    """Put a class into `registry`; raise ValueError if the name is taken."""

    def decorate(cls: C) -> C:
        key = cls.__name__ if name is None else name
        if key in registry:
            raise ValueError(f"{key!r} is registered already")
        registry[key] = cls
        return cls

    return decorate


def singleton(cls: C) -> C:
    """Let a class have one instance."""
    make: Any = cls.__new__
    prepare: Any = cls.__init__  # type: ignore[misc]
    kept: list[Any] = []  # the instance, once it is finished

    def new(kind: type, /, *args: Any, **kwargs: Any) -> Any:
        if kind is cls and kept:
            return kept[0]
        return make(kind) if make is object.__new__ else make(kind, *args, **kwargs)

    def init(self: Any, /, *args: Any, **kwargs: Any) -> None:
        if type(self) is cls and kept:
            return  # Python runs it on what `new` returned, which needs nothing more
        prepare(self) if prepare is object.__init__ else prepare(self, *args, **kwargs)
        if type(self) is cls:
            kept.append(self)

    cls.__new__, cls.__init__ = new, init  # type: ignore[misc, method-assign]
    return cls


def log_calls(log: Log) -> Callable[[C], C]:
    """Wrap the public methods of a class: each call appends `(name, args, kwargs)` to `log`."""

    def decorate(cls: C) -> C:
        for name, value in list(vars(cls).items()):
            if not name.startswith("_"):
                setattr(cls, name, _logged(log, name, value))
        return cls

    return decorate


def _logged(log: Log, name: str, value: Any) -> Any:
    """The method that logs its calls; whatever is no method comes back as it is."""
    if isinstance(value, staticmethod | classmethod):
        return type(value)(_wrapper(log, name, value.__func__, bound=isinstance(value, classmethod)))
    return _wrapper(log, name, value, bound=True) if isinstance(value, FunctionType) else value


def _wrapper(log: Log, name: str, function: Callable[..., Any], bound: bool) -> Callable[..., Any]:
    """The function that logs its calls, without the first argument if it is a `bound` one."""

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        log.append((name, args[1:] if bound else args, kwargs))
        return function(*args, **kwargs)

    return call
