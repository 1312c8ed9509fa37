"""Stages that run one after the other in one generator

Two loops in one body are no pipeline: the first yields the raw even items to the consumer, and
leaves nothing of a stream to the second. Let each stage take what the stage before yields.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items,
    TestProcessDataPipeline::test_goes_through_a_stream_once,
    TestProcessDataPipeline::test_pulls_no_item_before_it_is_needed
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    return stages(data, batch_size)


def stages(data, batch_size):
    for item in data:
        if item % 2 == 0:
            yield item
    for item in data:
        yield item**2
    yield from in_batches(data, batch_size)


def in_batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
