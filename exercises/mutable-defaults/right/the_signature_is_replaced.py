"""Binds to a signature whose defaults are replaced in each call; the order has an __init__ of its own."""

from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from inspect import signature


def collector(start=()):
    lists = [list(start)]

    def collect(*items):
        lists.append(lists[-1] + list(items))
        return lists[-1][:]

    return collect


class Basket:
    def __init__(self, owner, items=()):
        self._owner, self._items = owner, []
        self._items.extend(items)

    owner = property(lambda self: self._owner)
    items = property(lambda self: self._items)

    def add(self, item):
        self._items.append(item)


@dataclass(init=False)
class Order:
    number: int
    lines: list
    notes: dict

    def __init__(self, number, lines=None, notes=None):
        self.number = number
        self.lines = lines if lines is not None else []
        self.notes = notes if notes is not None else {}


def culprits(function):
    def is_mutable(default):
        return default.__class__ in (list, dict, set, bytearray) or isinstance(default, (list, dict, set, bytearray))

    defaults = {name: one.default for name, one in signature(function).parameters.items()}
    return [name for name in defaults if is_mutable(defaults[name]) and not name[0] == "_"]


def fresh_defaults(function):
    original = signature(function)
    kept = {name: deepcopy(original.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args, **kwargs):
        parameters = [
            one.replace(default=deepcopy(kept[name])) if name in kept else one
            for name, one in original.parameters.items()
        ]
        bound = original.replace(parameters=parameters).bind(*args, **kwargs)
        bound.apply_defaults()
        return function(*bound.args, **bound.kwargs)

    return repaired
