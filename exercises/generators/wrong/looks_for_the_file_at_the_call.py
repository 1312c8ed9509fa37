"""Looking for the file before anybody asks for a line

A reader that is made now and used later has to find the file that is there later, and its error belongs to
whoever asks for the first line. Leave it all to `open`, inside the generator.

Fails: TestReadLargeFile::test_reports_a_missing_file
"""

import errno
import os


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def read_large_file(filename):
    if not os.path.exists(filename):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), filename)
    return _lines(filename)


def _lines(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.removesuffix("\n")


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")

    def batches():
        batch = []
        for item in data:
            if item % 2 == 0:
                batch.append(item * item)
                if len(batch) == batch_size:
                    yield batch
                    batch = []
        if batch:
            yield batch

    return batches()
