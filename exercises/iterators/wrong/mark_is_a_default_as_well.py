"""One mark for two questions

The object that says "no default was given" is handed in as a default to find out whether anything is left,
and so is none: bool raises StopIteration at the end. Ask that with a mark of its own, or catch what peek
raises.

Fails: TestPeekable::test_peek_takes_nothing, TestPeekable::test_is_true_while_an_item_is_left
"""


class Peekable(Iterator[Any]):
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = _MISSING

    def __next__(self):
        item = self.peek()
        self._ahead = _MISSING
        return item

    def __bool__(self):
        return self.peek(_MISSING) is not _MISSING

    def peek(self, default=_MISSING):
        if self._ahead is _MISSING:
            try:
                self._ahead = next(self._source)
            except StopIteration:
                if default is _MISSING:
                    raise
                return default
        return self._ahead
