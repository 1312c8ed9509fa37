"""Saying what is kept instead of what is left

Before the first peek, and after each next, nothing is kept although items may be left. To know, bool has to
look.

Fails: TestPeekable::test_peek_takes_nothing, TestPeekable::test_is_true_while_an_item_is_left
"""


class Peekable:
    def __init__(self, iterable):
        self._source = iter(iterable)
        self._ahead = []

    def __iter__(self):
        return self

    def __next__(self):
        return self._ahead.pop() if self._ahead else next(self._source)

    def __bool__(self):
        return self._ahead != []

    def peek(self, *default):
        if not self._ahead:
            try:
                self._ahead.append(next(self._source))
            except StopIteration:
                if not default:
                    raise
                return default[0]
        return self._ahead[0]
