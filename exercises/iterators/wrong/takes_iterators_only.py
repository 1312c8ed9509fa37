"""Calling next on the iterable

A list has no place of its own, and next refuses it. iter makes an iterator of whatever can be iterated; of an
iterator it makes nothing but that iterator.

Fails: TestPeekable::test_peek_takes_nothing, TestPeekable::test_any_thing_is_an_item
"""


class Peekable:
    def __init__(self, iterable):
        self._source = iterable
        self._ahead = []

    def __iter__(self):
        return self

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
