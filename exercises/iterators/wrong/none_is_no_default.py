"""A default of None for "no default"

Who writes peek(None) wants None at the end, and gets StopIteration. Only an object that nobody else has tells
what was given from what was not.

Fails: TestPeekable::test_peek_takes_nothing, TestPeekable::test_any_default_counts_at_the_end
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
        return self.peek(_MISSING) is not _MISSING

    def peek(self, default=None):
        if not self._ahead:
            try:
                self._ahead.append(next(self._source))
            except StopIteration:
                if default is None:
                    raise
                return default
        return self._ahead[0]
