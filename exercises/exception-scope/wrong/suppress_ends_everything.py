"""__exit__ that returns True

True ends any error, also one that nobody named, and Ctrl-C. Return whether it is one of yours.

Fails: TestExpectedErrors::test_suppresses_what_it_is_told
"""


class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return True
