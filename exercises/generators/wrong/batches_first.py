"""Batching before filtering

Batches that are cut from the raw data shrink when the odd items are taken out. Filter and square
first, then count the squares.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items,
    TestProcessDataPipeline::test_batches_hold_ten_by_default
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    raw = in_batches(data, batch_size)
    squared = ([item**2 for item in batch if item % 2 == 0] for batch in raw)
    return (batch for batch in squared if batch)


def in_batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
