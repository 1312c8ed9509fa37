"""Makes all copies first and fills them afterwards; tuples, which can't be filled, when their items are there."""


def coalesce(*values):
    values = [value for value in values if value is not None] or [None]
    return values[0]


def index_of(items, wanted):
    place = 0
    for item in items:
        if item is wanted:
            break
        place += 1
    else:
        raise ValueError(wanted.__class__)
    return place


class Same:
    """Equal to what is the very same object."""

    def __init__(self, one):
        self.one = one

    def __eq__(self, other):
        return self.one is other.one

    def __hash__(self):
        return id(self.one)


def count_distinct(iterable):
    return len({Same(item) for item in iterable})


def deep_copy(value):
    parts = _parts(value)
    copies = {id(one): _empty(one) for one in parts}
    tuples = [one for one in parts if type(one) is tuple]
    while tuples:
        waiting = {id(one) for one in tuples}
        for one in [one for one in tuples if waiting.isdisjoint(map(id, one))]:
            copies[id(one)] = tuple(copies[id(item)] for item in one)
            tuples = [other for other in tuples if other is not one]
    for one in parts:
        if type(one) is list:
            copies[id(one)] += [copies[id(item)] for item in one]
        elif type(one) is dict:
            copies[id(one)].update((key, copies[id(item)]) for key, item in one.items())
    return copies[id(value)]


def _parts(value):
    """Everything that is in it, itself first, each object once."""
    found, left = {}, [value]
    while left:
        one = left.pop()
        if id(one) not in found:
            found[id(one)] = one
            if type(one) in (list, tuple, dict):
                left.extend(one.values() if type(one) is dict else one)
    return list(found.values())


def _empty(one):
    return type(one)() if type(one) in (list, dict) else set(one) if type(one) is set else one
