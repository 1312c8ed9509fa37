"""Defaults that nobody shares, and how to find and repair those that everybody does."""

import inspect
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

_MUTABLE = (list, dict, set, bytearray)


def add_item(item: Any, target_list: list[Any] | None = None) -> list[Any]:
    """Put the item at the end of the list, or of a new one, and return it."""
    if target_list is None:
        target_list = []
    target_list.append(item)
    return target_list


def collector(start: Iterable[Any] = ()) -> Callable[..., list[Any]]:
    """Return a function that collects items, and returns a new list of all that it has."""
    collected = list(start)

    def collect(*items: Any) -> list[Any]:
        collected.extend(items)
        return collected[:]

    return collect


class Basket:
    """Somebody's items."""

    def __init__(self, owner: str, items: Iterable[Any] = ()) -> None:
        self.owner = owner
        self.items = list(items)

    def add(self, item: Any) -> None:
        """Put an item at the end."""
        self.items.append(item)


@dataclass
class Order:
    """A number, a list of lines and a dictionary of notes."""

    number: int
    lines: list[Any] = field(default_factory=list)
    notes: dict[Any, Any] = field(default_factory=dict)


def culprits(function: Callable[..., Any]) -> list[str]:
    """Return the names of the parameters with a mutable default."""
    parameters = inspect.signature(function).parameters.values()
    return [one.name for one in parameters if isinstance(one.default, _MUTABLE) and not one.name.startswith("_")]


def fresh_defaults(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function as it is, but for its mutable defaults, which each call gets anew."""
    signature = inspect.signature(function)
    defaults = {name: deepcopy(signature.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        fresh = {name: deepcopy(default) for name, default in defaults.items() if name not in bound.arguments}
        bound.apply_defaults()
        bound.arguments.update(fresh)
        return function(*bound.args, **bound.kwargs)

    return repaired
