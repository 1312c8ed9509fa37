"""The way of the standard library: operator.is_, IdentityDict by ids, a frozen dataclass and copy.deepcopy."""

import copy
import math
from collections import Counter
from dataclasses import dataclass, field


def coalesce(*values):
    for value in filter(lambda one: one is not None, values):
        return value
    return None


def index_of(items, wanted):
    return [id(item) for item in items].index(id(wanted))


def count_distinct(iterable):
    kept = list(iterable)
    return len(Counter(map(id, kept)))


def changed_keys(before, after):
    def differ(key):
        if (key in before) != (key in after):
            return True
        one, other = before[key], after[key]
        if one is other or one == other:
            return False
        return not all(isinstance(value, float) and math.isnan(value) for value in (one, other))

    return [key for key in {**before, **after} if differ(key)]


@dataclass(eq=False)
class Page:
    title: str = field(default="", init=False)


class Bookmark(Page):
    def __init__(self, url, title=""):
        self.__dict__["url"] = url
        self.title = title

    def __setattr__(self, name, value):
        if name == "url":
            raise AttributeError(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if name == "url":
            raise AttributeError(name)
        super().__delattr__(name)

    def __eq__(self, other):
        return self.url == other.url if isinstance(other, Bookmark) else NotImplemented

    def __hash__(self):
        return hash(("Bookmark", self.url))


def usable_keys(values):
    def probe(value):
        try:
            return [hash(value)]
        except TypeError:
            return []

    return [value for value in values if probe(value)]


def deep_copy(value):
    """copy.deepcopy, whose memo is told of everything that is to be kept."""
    memo, kept, left = {}, [], [value]
    seen = set()
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        kept.append(one)
        if type(one) is dict:
            left += one.values()
            left += one.keys()
            memo.update((id(key), key) for key in one)
        elif type(one) in (list, tuple):
            left += one
        elif type(one) is set:
            memo.update((id(member), member) for member in one)
        else:
            memo[id(one)] = one
    memo.pop(id(value), None) if type(value) in (list, dict, set, tuple) else None
    return copy.deepcopy(value, memo)
