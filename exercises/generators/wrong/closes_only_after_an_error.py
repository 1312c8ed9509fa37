"""Closing the file in except Exception

close() ends a generator by raising GeneratorExit at the yield, and that is no Exception, so this
clause never sees it. A finally, or with, sees every way out.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    file = open(filename, encoding="utf-8")
    try:
        for line in file:
            yield line.rstrip("\n")
    except Exception:
        file.close()
        raise
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
