"""kind in kinds

A KeyError is a LookupError, although it is not in the tuple. issubclass and isinstance know it.

Fails: TestExpectedErrors::test_suppresses_what_it_is_told
"""


class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind in self.kinds
