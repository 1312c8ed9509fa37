"""None for "nothing is kept"

None may be an item, and then the next peek pulls another one over it. An object of your own, compared by
`is`, can't be an item; nor can an empty list that keeps it.

Fails: TestPeekable::test_any_thing_is_an_item
"""


class Peekable(Iterator[Any]):
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = None

    def __next__(self):
        item = self.peek()
        self._ahead = None
        return item

    def __bool__(self):
        return self.peek(_MISSING) is not _MISSING

    def peek(self, *default):
        try:
            if self._ahead is None:
                self._ahead = next(self._source)
        except StopIteration:
            if not default:
                raise
            return default[0]
        return self._ahead
