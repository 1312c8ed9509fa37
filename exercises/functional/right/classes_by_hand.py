"""Iterators as classes, a curried function as an object with its arguments, and updates from the bottom up."""

import inspect


class my_map:
    def __init__(self, function, *iterables):
        self.function, self.iterators = function, [iter(one) for one in iterables]

    def __iter__(self):
        return self

    def __next__(self):
        return self.function(*[next(one) for one in self.iterators])


class my_filter:
    def __init__(self, predicate, iterable):
        self.predicate, self.iterator = predicate, iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self.iterator)
            if self.predicate(item):
                return item


_missing = object()


def my_reduce(function, iterable, initial=_missing):
    total = initial
    for item in iterable:
        total = item if total is _missing else function(total, item)
    if total is _missing:
        raise TypeError("empty")
    return total


def compose(*functions):
    def composed(*args, **kwargs):
        for number, function in enumerate(reversed(functions)):
            args, kwargs = ((function(*args, **kwargs),), {}) if number == 0 else ((function(*args),), {})
        return args[0]

    return composed


class curry:
    def __init__(self, function, args=(), kwargs=None):
        self.function, self.args, self.kwargs = function, args, kwargs or {}

    def __call__(self, /, *args, **kwargs):
        args, kwargs = self.args + args, {**self.kwargs, **kwargs}
        try:
            inspect.signature(self.function).bind(*args, **kwargs)
        except TypeError:
            return curry(self.function, args, kwargs)
        return self.function(*args, **kwargs)


def group_by(key, iterable):
    groups = {}
    for item in iterable:
        name = key(item)
        if name in groups:
            groups[name].append(item)
        else:
            groups[name] = [item]
    return groups


def update_in(data, path, function):
    levels = [data]
    for key in path:
        levels.append(levels[-1][key])
    value = function(levels.pop())
    for level, key in zip(reversed(levels), reversed(path)):
        kind = type(level)
        changed = dict(level) if kind is dict else list(level)
        changed[key] = value
        value = changed if kind is not tuple else tuple(changed)
    return value
