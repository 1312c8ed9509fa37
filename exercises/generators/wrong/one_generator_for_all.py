"""Handing out the same generator at every call

A generator goes forward only, so whoever gets a cached one goes on where the last consumer
stopped. Each call has to make a new one.

Fails: TestFibonacciGenerator::test_generators_are_independent
"""

import functools


@functools.cache
def fibonacci_generator():
    def numbers():
        a, b = 0, 1
        while True:
            yield a
            a, b = b, a + b

    return numbers()


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
