"""Never ending an interrupt

Who writes suppress(KeyboardInterrupt) means it. Only what was not named goes on.

Fails: TestExpectedErrors::test_suppresses_what_it_is_told
"""


class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return isinstance(error, Exception) and isinstance(error, self.kinds)
