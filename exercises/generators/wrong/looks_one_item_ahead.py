"""Handing a full batch out when the next item comes

The batch was complete earlier, but its consumer waits for an item that may come late or never,
and which is then missing from the stream. Look whether the batch is full right after the append.

Fails: TestProcessDataPipeline::test_pulls_no_item_before_it_is_needed,
    TestProcessDataPipeline::test_leaves_the_rest_in_the_stream
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size):
    batch = []
    for item in items:
        if len(batch) == size:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch
