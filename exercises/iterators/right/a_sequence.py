"""Counts by an index, as a sequence of any length does, and keeps a look ahead as a function that gives it."""

from collections.abc import Sequence


class CountDown(Sequence):
    def __init__(self, start):
        self.length = max(start, 0)

    def __len__(self):
        return self.length

    def __getitem__(self, place):
        if place >= self.length:
            raise IndexError(place)
        return self.length - place


def pairwise_sum(iterable):
    nothing = object()

    def add(last=nothing):
        for item in iterable:
            if last is not nothing:
                yield last + item
            last = item

    return add()


class Peekable:
    def __init__(self, iterable):
        self.pull = iter(iterable).__next__
        self.ask = self.pull

    def __iter__(self):
        return self

    def __next__(self):
        item = self.ask()
        self.ask = self.pull
        return item

    def __bool__(self):
        end = object()
        return self.peek(end) is not end

    def peek(self, *default):
        try:
            item = self.ask()
        except StopIteration:
            for value in default:
                return value
            raise
        self.ask = lambda: item
        return item
