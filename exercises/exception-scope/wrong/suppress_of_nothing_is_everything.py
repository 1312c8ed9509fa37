"""No classes, all classes

Without a class there is nothing to end. A default of Exception ends what nobody asked for.

Fails: TestExpectedErrors::test_suppresses_what_it_is_told
"""


class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds or (Exception,)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return isinstance(error, self.kinds)
