"""A first look that uses the stream up

Asking whether there is anything with any(), list() or in pulls items out of a stream, and they
are gone when the loop begins. One loop has to do for everything.

Fails: TestProcessDataPipeline::test_goes_through_a_stream_once,
    TestProcessDataPipeline::test_pulls_no_item_before_it_is_needed
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    if not any(item % 2 == 0 for item in data):
        return iter([])
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
