"""Refusing data that is empty

No items make no batches, and that is no mistake of the caller's. An empty list is data like any other: leave it
to the loop, which ends at once.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items
"""


def process_data_pipeline(data, batch_size=10):
    if not data:
        raise ValueError("there is no data")
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
