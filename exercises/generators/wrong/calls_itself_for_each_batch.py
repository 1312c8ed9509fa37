"""A generator within a generator for each batch

A generator that leaves the rest to a call of itself stays open until that call has ended, so a long stream
needs more open calls than Python allows. A loop needs one.

Fails: TestProcessDataPipeline::test_goes_through_a_stream_once
"""

from itertools import islice


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size):
    batch = list(islice(items, size))
    if batch:
        yield batch
        yield from in_batches(items, size)
