"""Always keeping the next item

An item is pulled although nobody has asked for it: when the Peekable is made, and each time that one is
taken. From a slow source, or one that others read as well, that is too early.

Fails: TestPeekable::test_pulls_no_item_before_it_is_needed
"""


class Peekable(Iterator[Any]):
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = list(islice(self._source, 1))

    def __next__(self):
        if not self._ahead:
            raise StopIteration
        item, self._ahead = self._ahead[0], list(islice(self._source, 1))
        return item

    def __bool__(self):
        return self._ahead != []

    def peek(self, *default):
        return next(iter(self._ahead), *default)
