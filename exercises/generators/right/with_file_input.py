"""Leaves the file to fileinput's class, and the recursion of the sequence to a cache.

The class, not the function fileinput.input: that one allows a single reader at a time.
"""

import fileinput
from functools import cache
from itertools import count, islice


def fibonacci_generator():
    # Asked in order, the recursion is never deeper than two calls.
    @cache
    def fibonacci(place):
        return place if place < 2 else fibonacci(place - 1) + fibonacci(place - 2)

    return map(fibonacci, count())


def read_large_file(filename):
    with fileinput.FileInput([filename], encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\r\n")


def process_data_pipeline(data, batch_size=10):
    if batch_size not in range(1, 2**63):
        raise ValueError(f"can't make batches of {batch_size}")
    return _pipeline(iter(data), batch_size)


def _pipeline(source, batch_size):
    squares = (pow(item, 2) for item in source if item % 2 == 0)
    for first in squares:
        yield [first, *islice(squares, batch_size - 1)]
