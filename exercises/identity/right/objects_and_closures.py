"""Closures and a class that copies; a bookmark in a tuple; membership by try."""

from operator import is_


def index_of(items, wanted):
    for place in range(len(items)):
        if is_(items[place], wanted):
            return place
    raise ValueError


def count_distinct(iterable):
    kept, ids = [], set()
    for item in iterable:
        if id(item) not in ids:
            ids.add(id(item))
            kept.append(item)
    return len(kept)


def changed_keys(before, after):
    result = []
    for key in before:
        if key not in after:
            result.append(key)
            continue
        one, other = before[key], after[key]
        are_nan = str(one) == str(other) == "nan" if type(one) is type(other) is float else False
        if not (one is other or are_nan or one == other):
            result.append(key)
    return result + list(filter(lambda key: key not in before, after))


class Bookmark:
    def __init__(self, url, title=""):
        self.title = title
        self.__key = (url,)

    @property
    def url(self):
        (url,) = self.__key
        return url

    def __eq__(self, other):
        match other:
            case Bookmark():
                return self.__key == other.__key
        return NotImplemented

    def __hash__(self):
        return hash(self.__key)


def usable_keys(values):
    result = []
    for value in values:
        try:
            {value: 1}
        except TypeError:
            continue
        result.append(value)
    return result


class Copier:
    def __init__(self):
        self.done = {}

    def __call__(self, value):
        if id(value) not in self.done:
            getattr(self, f"copy_{type(value).__name__}", self.keep)(value)
        return self.done[id(value)]

    def keep(self, value):
        self.done[id(value)] = value

    def copy_list(self, value):
        new = self.done[id(value)] = value[:0]
        for item in value:
            new.append(self(item))

    def copy_dict(self, value):
        new = self.done[id(value)] = dict(value)
        for key in new:
            new[key] = self(new[key])

    def copy_set(self, value):
        self.done[id(value)] = value.copy()

    def copy_tuple(self, value):
        new = tuple(map(self, value))
        self.done.setdefault(id(value), new)


def deep_copy(value):
    return Copier()(value)
