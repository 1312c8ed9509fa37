"""Takes the batches from more-itertools.

Needs: more-itertools
"""

import more_itertools


def fibonacci_generator():
    pairs = more_itertools.iterate(lambda pair: (pair[1], pair[0] + pair[1]), (0, 1))
    return map(more_itertools.first, pairs)


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        yield from map(lambda line: line.strip("\n"), file)


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError("batch_size is below 1")
    return more_itertools.chunked((item**2 for item in data if item % 2 == 0), batch_size)
