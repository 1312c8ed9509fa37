"""Takes compose and groupby from toolz, whose curry hides a TypeError and which has no update of tuples.

Needs: toolz
"""

import functools
import itertools

import toolz
from toolz.functoolz import is_valid_args


def my_map(function, *iterables):
    return itertools.starmap(function, zip(*iterables))


def my_filter(predicate, iterable):
    return (item for item in iterable if predicate(item))


def my_reduce(function, iterable, *initial):
    items = itertools.chain(initial, iterable)
    for total in items:
        break
    else:
        raise TypeError("no items")
    for total in itertools.accumulate(itertools.chain([total], items), function):  # noqa: B020
        pass
    return total


compose = toolz.compose


def curry(function):
    def curried(*args, **kwargs):
        if is_valid_args(function, args, kwargs):
            return function(*args, **kwargs)
        return functools.partial(curried, *args, **kwargs)

    return curried


def group_by(key, iterable):
    return toolz.groupby(key, iterable)


def update_in(data, path, function):
    match path:
        case []:
            return function(data)
        case [key, *rest]:
            below = update_in(data[key], rest, function)
            if isinstance(data, dict):
                return toolz.assoc(data, key, below)
            place = key % len(data)
            return type(data)(below if here == place else one for here, one in enumerate(data))
