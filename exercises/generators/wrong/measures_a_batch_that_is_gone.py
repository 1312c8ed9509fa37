"""Measuring a batch after it was handed out

After the yield a batch belongs to the consumer, who may have emptied it or filled it up, so that its length
says nothing about the data any more. Find out before the yield whether it is the last one.

Fails: TestProcessDataPipeline::test_each_batch_is_a_list_of_its_own
"""

from itertools import islice


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size):
    while True:
        batch = list(islice(items, size))
        if batch:
            yield batch
        if len(batch) < size:
            return
