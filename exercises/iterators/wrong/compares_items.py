"""Comparing an item with the mark by ==

== asks the item, and one that equals everything says yes. Whether it is this very object is asked by `is`.

Fails: TestPeekable::test_any_thing_is_an_item
"""


class Peekable(Iterator[Any]):
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = []

    def __next__(self):
        if not self:
            raise StopIteration
        return self._ahead.pop()

    def __bool__(self):
        return self.peek(_MISSING) != _MISSING

    def peek(self, *default):
        if not self._ahead:
            self._ahead += islice(self._source, 1)
        return next(iter(self._ahead), *default)
