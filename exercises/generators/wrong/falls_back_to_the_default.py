"""Replacing a wrong batch_size by a default

A caller who asks for batches of 0 has made a mistake, and a silent replacement hides it. Raise
ValueError.

Fails: TestProcessDataPipeline::test_refuses_a_batch_size_below_one_at_the_call
"""


def process_data_pipeline(data, batch_size=10):
    batch_size = batch_size if batch_size > 0 else 10
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
