"""Reads __defaults__ and __kwdefaults__, calls a copy of the function that has fresh ones, and concatenates lists."""

import copy
import functools
import inspect
import types
from collections import UserList
from dataclasses import dataclass, field


def add_item(item, target_list=None):
    new = [] if target_list is None else target_list
    new += [item]
    return new


def collector(start=()):
    so_far = tuple(start)

    def collect(*items):
        nonlocal so_far
        so_far += items
        return list(so_far)

    return collect


class Basket:
    def __init__(self, owner, items=()):
        self.owner = owner
        self.items = [*items]

    def add(self, item):
        self.items += [item]


@dataclass(slots=True)
class Order:
    number: int
    lines: list = field(default_factory=lambda: [])
    notes: dict = field(default_factory=lambda: {})


def is_culprit(name, default):
    return isinstance(default, (list, dict, set, bytearray)) and name[:1] != "_"


def culprits(function):
    if isinstance(function, type):
        function = function.__init__.__get__(object())
    function = inspect.unwrap(function)
    code, bound = getattr(function, "__func__", function).__code__, hasattr(function, "__self__")
    names = code.co_varnames[bound : code.co_argcount]
    positional = function.__defaults__ or ()
    pairs = list(zip(names[::-1], positional[::-1]))[::-1]
    kwdefaults = function.__kwdefaults__ or {}
    pairs += [(name, kwdefaults[name]) for name in code.co_varnames[code.co_argcount :] if name in kwdefaults]
    return [name for name, default in pairs if is_culprit(name, default)]


def fresh_defaults(function):
    plain = inspect.unwrap(function)
    found = culprits(plain)
    names = plain.__code__.co_varnames[: plain.__code__.co_argcount]
    values, by_name = plain.__defaults__ or (), plain.__kwdefaults__ or {}
    pairs = [*zip(names[len(names) - len(values) :], values), *by_name.items()]
    kept = {name: copy.deepcopy(value) if name in found else value for name, value in pairs}

    @functools.wraps(function)
    def repaired(*args, **kwargs):
        fresh = {name: copy.deepcopy(value) if name in found else value for name, value in kept.items()}
        positional = tuple(fresh[name] for name in names if name in fresh)
        twin = types.FunctionType(plain.__code__, plain.__globals__, plain.__name__, positional, plain.__closure__)
        twin.__kwdefaults__ = {name: fresh[name] for name in by_name}
        return twin(*args, **kwargs)

    return repaired
