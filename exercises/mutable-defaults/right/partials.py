"""Makes the copies by a partial of deepcopy, and fills them in by partial; the closure is an object with __call__."""

import inspect
from copy import deepcopy
from dataclasses import field as part
from dataclasses import make_dataclass
from functools import WRAPPER_ASSIGNMENTS, partial, update_wrapper


def add_item(item, target_list=None):
    if isinstance(target_list, list):
        target_list.append(item)
        return target_list
    return add_item(item, [])


class Collector:
    def __init__(self, start):
        self.items = [item for item in start]

    def __call__(self, *items):
        for item in items:
            self.items.append(item)
        return self.items.copy()


def collector(start=()):
    return Collector(start)


class Basket:
    def __init__(self, owner, items=()):
        vars(self).update(owner=owner, items=list(items))
        self.add = self.items.append


Order = make_dataclass(
    "Order", [("number", int), ("lines", list, part(default_factory=list)), ("notes", dict, part(default_factory=dict))]
)


def culprits(function):
    return [
        parameter.name
        for parameter in inspect.signature(function).parameters.values()
        if not parameter.name.startswith("_")
        and any(issubclass(type(parameter.default), kind) for kind in (list, dict, set, bytearray))
    ]


def fresh_defaults(function):
    signature = inspect.signature(function)
    written = {name: signature.parameters[name].default for name in culprits(function)}
    again = partial(deepcopy, deepcopy(written))

    def repaired(*args, **kwargs):
        fresh = again()
        given = signature.bind(*args, **kwargs)
        given.apply_defaults()
        for name in fresh.keys() - signature.bind(*args, **kwargs).arguments.keys():
            given.arguments[name] = fresh[name]
        return partial(function, *given.args)(**given.kwargs)

    return update_wrapper(repaired, function, assigned=WRAPPER_ASSIGNMENTS)
