"""Closing the file after the loop

When a generator is closed or dropped, it stops at its yield, and what follows the loop never
runs. Put the yield inside with, or the close() into finally.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    file = open(filename, encoding="utf-8")
    for line in file:
        yield line.rstrip("\n")
    file.close()


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
