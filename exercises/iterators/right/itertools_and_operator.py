"""Composes itertools: takewhile over count, tee, starmap; who peeks asks a copy of a tee."""

import copy
from itertools import count, pairwise, starmap, takewhile, tee
from operator import add


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return takewhile((0).__lt__, count(self.start, -1))


def pairwise_sum(iterable):
    return starmap(add, pairwise(iterable))


class Peekable:
    def __init__(self, iterable):
        (self.items,) = tee(iterable, 1)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.items)

    def __bool__(self):
        return any(True for _ in copy.copy(self.items))

    def peek(self, *default):
        return next(copy.copy(self.items), *default)
