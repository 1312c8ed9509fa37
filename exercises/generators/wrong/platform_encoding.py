"""Leaving the encoding to the machine

Without encoding= the preferred encoding of the machine is used, which is not UTF-8 everywhere: é
becomes Ã© there. Name the encoding of the file.

Fails: TestReadLargeFile::test_reads_utf_8
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    with open(filename) as file:
        for line in file:
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
