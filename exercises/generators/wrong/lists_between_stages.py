"""Lists between the stages

A list comprehension runs to its end at once, so the whole of the data is in memory before the
first batch. With round brackets the same expression is lazy.

Fails: TestProcessDataPipeline::test_pulls_no_item_before_it_is_needed,
    TestProcessDataPipeline::test_leaves_the_rest_in_the_stream
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = [item**2 for item in data if item % 2 == 0]
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
