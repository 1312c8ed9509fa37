"""A closed formula in floats

The formula with the golden ratio is exact on paper, but a float holds some 16 digits, so from the
71st number or so on it is off. Integers in Python grow as needed: add them.

Fails: TestFibonacciGenerator::test_numbers_stay_exact,
    TestFibonacciGenerator::test_has_no_end
"""

import itertools
import math


def fibonacci_generator():
    root = math.sqrt(5)
    ratio = (1 + root) / 2
    for place in itertools.count():
        yield round(ratio**place / root)


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
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
