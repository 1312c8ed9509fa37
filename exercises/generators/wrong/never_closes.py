"""Leaving the file to the garbage collector

A file that nobody closes stays open until it is collected, and when that happens is up to the
interpreter. Open it in a with block.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    for line in open(filename, encoding="utf-8"):
        yield line.rstrip("\n")


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
