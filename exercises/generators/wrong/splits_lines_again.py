"""Splitting with str.splitlines

str.splitlines knows some ten characters that end a line, the form feed among them. A file's lines
end with a newline only.

Fails: TestReadLargeFile::test_keeps_all_but_the_line_ending
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield from line.splitlines()


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
