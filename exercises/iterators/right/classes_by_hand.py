"""Writes every iterator out as a class, and knows by a deque whether something is kept."""

from collections import deque


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Counting(self.start)


class Counting:
    def __init__(self, left):
        self.left = left

    def __iter__(self):
        return self

    def __next__(self):
        if self.left < 1:
            raise StopIteration
        self.left -= 1
        return self.left + 1


class Sums:
    def __init__(self, iterable):
        self.source = iter(iterable)
        self.last = []

    def __iter__(self):
        return self

    def __next__(self):
        if not self.last:
            self.last.append(next(self.source))
        item = next(self.source)
        before, self.last[0] = self.last[0], item
        return before + item


def pairwise_sum(iterable):
    return Sums(iterable)


class Peekable:
    def __init__(self, iterable):
        self.source = iter(iterable)
        self.kept = deque(maxlen=1)

    def __iter__(self):
        return self

    def __next__(self):
        return self.kept.popleft() if self.kept else next(self.source)

    def __bool__(self):
        try:
            self.peek()
        except StopIteration:
            return False
        return True

    def peek(self, *default):
        try:
            if not self.kept:
                self.kept.append(next(self.source))
        except StopIteration:
            if not default:
                raise StopIteration("nothing is left") from None
            return default[0]
        return self.kept[0]
