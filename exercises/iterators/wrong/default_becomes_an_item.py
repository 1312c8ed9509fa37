"""Keeping the default

What is kept is taken for an item: the next next returns the default, or the next peek an old one. At the end
there is nothing to keep.

Fails: TestPeekable::test_peek_takes_nothing
"""


class Peekable(Iterator[Any]):
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = []

    def __next__(self):
        return self._ahead.pop() if self._ahead else next(self._source)

    def __bool__(self):
        return self.peek(_MISSING) is not _MISSING

    def peek(self, *default):
        if not self._ahead:
            self._ahead.append(next(self._source, *default))
        return self._ahead[0]
