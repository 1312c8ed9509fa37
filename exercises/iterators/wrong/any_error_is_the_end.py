"""Catching every error as the end

Only StopIteration says that nothing is left. A connection that broke is hidden behind a default, and whoever
asked takes a part for the whole.

Fails: TestPeekable::test_passes_an_error_on
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

    def peek(self, *default):
        if not self._ahead:
            try:
                self._ahead.append(next(self._source))
            except Exception:
                if not default:
                    raise
                return default[0]
        return self._ahead[0]
