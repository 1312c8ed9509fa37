"""Loops with next by hand, closures that carry their arguments, and a case for each kind of container."""

import inspect


def my_map(function, *iterables):
    iterators = tuple(map(iter, iterables))

    def produce():
        while True:
            items = []
            for iterator in iterators:
                try:
                    items.append(next(iterator))
                except StopIteration:
                    return
            yield function(*items)

    return produce()


def my_filter(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            continue
        yield item


def my_reduce(function, iterable, *initial):
    totals = list(initial)
    for item in iterable:
        totals[:] = [function(totals[0], item)] if totals else [item]
    if not totals:
        raise TypeError("no items and no initial value")
    return totals.pop()


def compose(*functions):
    def composed(*args, **kwargs):
        left = list(functions)
        value = left.pop()(*args, **kwargs) if left else args[0]
        while left:
            value = left.pop()(value)
        return value

    return composed


def curry(function):
    def is_waiting(args, kwargs):
        parameters = list(inspect.signature(function).parameters.values())
        positional = [one for one in parameters if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
        named = positional[len(args) :] + [one for one in parameters if one.kind is one.KEYWORD_ONLY]
        return any(one.default is one.empty and one.name not in kwargs for one in named)

    def stage(args, kwargs):
        def collect(*more, **named):
            together = args + more, kwargs | named
            return stage(*together) if is_waiting(*together) else function(*together[0], **together[1])

        return collect

    return stage((), {})


def group_by(key, iterable):
    keyed = [(key(item), item) for item in iterable]
    groups = {name: [] for name, _ in keyed}
    for name, item in keyed:
        groups[name].append(item)
    return groups


def update_in(data, path, function):
    def descend(place, depth):
        if depth == len(path):
            return function(place)
        key = path[depth]
        match place:
            case dict():
                return place | {key: descend(place[key], depth + 1)}
            case tuple():
                return tuple(descend_list(list(place), key, depth))
            case _:
                return descend_list(place[:], key, depth)

    def descend_list(items, key, depth):
        items[key] = descend(items[key], depth + 1)
        return items

    return descend(data, 0)
