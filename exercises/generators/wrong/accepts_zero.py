"""Refusing negative sizes and accepting zero

A batch of size 0 is never full in a way that makes sense: the loop either collects everything or
yields nothing. The smallest size is 1.

Fails: TestProcessDataPipeline::test_refuses_a_batch_size_below_one_at_the_call
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 0:
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
