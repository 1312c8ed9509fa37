"""A peek that takes the item

Each peek asks the source for another item, so who peeks twice has lost one. Keep what was pulled until next
takes it.

Fails: TestPeekable::test_peek_takes_nothing, TestPeekable::test_any_thing_is_an_item,
    TestPeekable::test_looks_ahead_any_number_of_times
"""


class Peekable(Iterator[Any]):
    def __init__(self, iterable):
        self._source = iter(iterable)

    def __next__(self):
        return next(self._source)

    def __bool__(self):
        return any(True for _ in self._source)

    def peek(self, *default):
        return next(self._source, *default)
