"""A generator between the source and whoever asks

A generator that an exception has left is at its end for ever. The source may go on after an error, so ask it
directly.

Fails: TestPeekable::test_passes_an_error_on
"""


class Peekable:
    def __init__(self, iterable):
        self._source = (item for item in iterable)
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
