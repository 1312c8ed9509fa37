"""Checking an argument inside a generator

The body of a generator function runs at the first next(), so a wrong batch_size is reported far
from the call that made the mistake. Check in a plain function that returns the generator.

Fails: TestProcessDataPipeline::test_refuses_a_batch_size_below_one_at_the_call
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    yield from in_batches(squares, batch_size)


def in_batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
