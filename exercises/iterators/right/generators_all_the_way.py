"""Generator functions, the loop of a Peekable among them; a loop in a loop over one iterator makes the sums."""


class CountDown:
    def __init__(self, start):
        self._start = start

    def __iter__(self):
        number = self._start
        while number > 0:
            yield number
            number -= 1


def pairwise_sum(iterable):
    items = iter(iterable)
    for before in items:
        for after in items:
            yield before + after
            before = after


class Peekable:
    def __init__(self, iterable):
        self._items = iter(iterable)
        self._keeps = False
        self._kept = None

    def __iter__(self):
        while self:
            yield next(self)

    def __next__(self):
        if self._keeps:
            self._keeps, item, self._kept = False, self._kept, None
            return item
        return next(self._items)

    def _look(self):
        if not self._keeps:
            for self._kept in self._items:
                self._keeps = True
                break
        return self._keeps

    def __bool__(self):
        return self._look()

    def peek(self, *args, **kwargs):
        if self._look():
            return self._kept
        if args or kwargs:
            return (*args, *kwargs.values())[0]
        raise StopIteration
