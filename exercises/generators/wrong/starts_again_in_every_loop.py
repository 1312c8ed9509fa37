"""Starting again whenever somebody loops

`for` and `islice` ask a generator for its iterator first, and get itself, wherever it stands. An
`__iter__` that sets the numbers back gives everybody the first ones again.

Fails: TestFibonacciGenerator::test_has_no_end
"""


class fibonacci_generator:
    def __iter__(self):
        self.current, self.following = 0, 1
        return self

    def __next__(self):
        if not hasattr(self, "current"):
            iter(self)
        number = self.current
        self.current, self.following = self.following, self.current + self.following
        return number
