"""Takes what the standard library has: map, filter, functools.reduce, partial and defaultdict."""

import copy
import functools
import inspect
from collections import defaultdict

my_map = map
my_filter = filter
my_reduce = functools.reduce


class compose:
    def __init__(self, *functions):
        self.functions = functions[::-1] or (lambda value: value,)

    def __call__(self, *args, **kwargs):
        first, *others = self.functions
        return functools.reduce(lambda value, function: function(value), others, first(*args, **kwargs))


class curry(functools.partial):
    def __call__(self, *args, **kwargs):
        collected = functools.partial(self.func, *self.args, *args, **{**self.keywords, **kwargs})
        open_ = inspect.signature(collected).parameters.values()
        if any(one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD) for one in open_):
            return curry(collected)
        given = inspect.signature(self.func).bind_partial(*collected.args, **collected.keywords).arguments
        needed = inspect.signature(self.func).parameters.values()
        if any(one.kind is one.KEYWORD_ONLY and one.default is one.empty and one.name not in given for one in needed):
            return curry(collected)
        return collected()


def group_by(key, iterable):
    groups = defaultdict(list)
    for item in iterable:
        groups[key(item)].append(item)
    groups.default_factory = None
    return groups


def update_in(data, path, function):
    if len(path) == 0:
        return function(data)
    below = update_in(data[path[0]], path[1:], function)
    if type(data) is tuple:
        place = range(len(data))[path[0]]
        return data[:place] + (below,) + data[place + 1 :]
    changed = copy.copy(data)
    changed[path[0]] = below
    return changed
