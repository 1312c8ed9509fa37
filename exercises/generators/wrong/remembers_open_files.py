"""Sharing one open file between readers

An open file has one position, so readers that share it take each other's lines. Each reader opens
the file for itself.

Fails: TestReadLargeFile::test_readers_are_independent
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


OPEN = {}


def read_large_file(filename):
    users, file = OPEN.get(filename, (0, None))
    file = file or open(filename, encoding="utf-8")
    OPEN[filename] = users + 1, file
    try:
        for line in file:
            yield line.rstrip("\n")
    finally:
        users, file = OPEN.pop(filename)
        if users > 1:
            OPEN[filename] = users - 1, file
        else:
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
