"""A generator collects, a dataclass is the basket, the wrapper goes through the parameters one by one."""

from copy import deepcopy
from dataclasses import dataclass, field
from functools import wraps
from inspect import Parameter, signature
from itertools import chain


def add_item(item, target_list=None):
    match target_list:
        case None:
            return [item]
        case _:
            target_list.append(item)
            return target_list


def collector(start=()):
    def collect():
        so_far = list(start)
        while True:
            so_far = list(chain(so_far, (yield list(so_far))))

    running = collect()
    next(running)
    return lambda *items: running.send(items)


@dataclass
class Basket:
    owner: str
    items: list = ()

    def __post_init__(self):
        self.items = list(self.items)

    def add(self, item):
        self.items.append(item)


@dataclass
class Order:
    number: int
    lines: list = None
    notes: dict = None

    def __post_init__(self):
        if self.lines is None:
            self.lines = []
        if self.notes is None:
            self.notes = {}


def culprits(function):
    found = []
    for name, parameter in signature(function).parameters.items():
        kinds = type(parameter.default).__mro__
        if {list, dict, set, bytearray} & set(kinds) and not name.startswith("_"):
            found.append(name)
    return found


def fresh_defaults(function):
    parameters = signature(function).parameters.values()
    kept = {name: deepcopy(signature(function).parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def call(*args, **kwargs):
        given = list(args)
        for place, one in enumerate(parameters):
            if one.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD) and place >= len(args):
                by_name = one.kind is Parameter.POSITIONAL_OR_KEYWORD and one.name in kwargs
                if by_name or one.default is Parameter.empty:
                    break
                given.append(deepcopy(kept[one.name]) if one.name in kept else one.default)
        for one in parameters:
            position = [each.name for each in parameters].index(one.name)
            if one.name in kept and one.kind is not Parameter.POSITIONAL_ONLY and one.name not in kwargs:
                if one.kind is Parameter.KEYWORD_ONLY or position >= len(given):
                    kwargs[one.name] = deepcopy(kept[one.name])
        return function(*given, **kwargs)

    return call
