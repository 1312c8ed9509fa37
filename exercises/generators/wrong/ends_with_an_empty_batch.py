"""An empty batch at the end

When the last batch was just full, or no item was even, nothing is left after the loop. Yield what
is left only if there is something.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items
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
    yield batch
