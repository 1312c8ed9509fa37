"""Losing the squares of the last, unfinished batch

When the data ends, the batch under construction may hold some squares. Yield it after the loop if
it is not empty.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items,
    TestProcessDataPipeline::test_squares_are_exact
"""


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
