"""Opening the file at the call

A generator that never starts can't clean up, for its with block was never entered. Open the file
inside the generator, where the first line is asked for.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    file = open(filename, encoding="utf-8")

    def lines():
        with file:
            for line in file:
                yield line.rstrip("\n")

    return lines()


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
