"""Splitting a file block by block

A block that read() returns ends anywhere, most often within a line, and the two halves of that line
belong together. Keep the rest behind the last newline for the next block, or loop over the file.

Fails: TestReadLargeFile::test_yields_every_line, TestReadLargeFile::test_removes_either_line_ending,
TestReadLargeFile::test_reads_utf_8
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        while block := file.read(4096):
            yield from block.removesuffix("\n").split("\n")


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
