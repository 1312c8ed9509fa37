"""Asking whether the error is true

An error is an object: one with a length of zero is false, and an error all the same. None means that there was none.

Fails: TestExpectedErrors::test_suppresses_what_it_is_told
"""


class suppress:
    def __init__(self, *kinds):
        self._kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        return bool(error) and issubclass(kind, self._kinds)
