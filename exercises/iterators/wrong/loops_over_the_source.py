"""A loop over the source itself

The item that was peeked at is not in the source any more, so a loop that goes past the Peekable loses it. An
iterator returns itself from __iter__.

Fails: TestPeekable::test_peek_takes_nothing
"""


class Peekable:
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = []

    def __iter__(self):
        return self._source

    def __next__(self):
        return self._ahead.pop() if self._ahead else next(self._source)

    def __bool__(self):
        return self.peek(_MISSING) is not _MISSING

    def peek(self, *default):
        if not self._ahead:
            try:
                self._ahead.append(next(self._source))
            except StopIteration:
                if not default:
                    raise
                return default[0]
        return self._ahead[0]
