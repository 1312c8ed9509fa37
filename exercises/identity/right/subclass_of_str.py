"""A bookmark whose url is an attribute of a slot, compared by a key; generators and next."""

from itertools import chain


def coalesce(*values):
    missing = object()
    found = next((one for one in values if one is not None), missing)
    return None if found is missing else found


def index_of(items, wanted):
    found = next((place for place, item in enumerate(items) if item is wanted), -1)
    if found < 0:
        raise ValueError("not there")
    return found


def count_distinct(iterable):
    items = sorted(iterable, key=id)
    return sum(1 for place, item in enumerate(items) if place == 0 or item is not items[place - 1])


def changed_keys(before, after):
    both = (key for key in before if key in after)
    same = {key for key in both if any(_ways(before[key], after[key]))}
    return [key for key in dict.fromkeys(chain(before, after)) if key not in same]


def _ways(one, other):
    yield one is other
    yield one == other
    yield type(one) is float and type(other) is float and one != one and other != other


class Bookmark:
    __slots__ = ("__dict__", "__weakref__", "_of", "title")

    def __init__(self, url, title=""):
        self._of = url
        self.title = title

    url = property(lambda self: self._of)

    def __hash__(self):
        return hash(self._of)

    def __eq__(self, other):
        if isinstance(other, Bookmark):
            return other._of == self._of
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, Bookmark):
            return other._of != self._of
        return NotImplemented
