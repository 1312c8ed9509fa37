"""Squaring with math.pow

math.pow works in floats, which hold some 16 digits. ** on two ints is exact.

Fails: TestProcessDataPipeline::test_squares_are_exact
"""

import math


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (int(math.pow(item, 2)) for item in data if item % 2 == 0)
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
