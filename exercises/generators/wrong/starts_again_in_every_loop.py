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


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    evens = (item for item in data if item % 2 == 0)
    squares = (item**2 for item in evens)
    return _batches(squares, batch_size)


def _batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
