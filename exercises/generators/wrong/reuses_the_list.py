"""Clearing a list that was handed out

yield hands out the list itself and no copy, so clear() empties the batch that the consumer has
kept. Begin a new list instead.

Fails: TestProcessDataPipeline::test_each_batch_is_a_list_of_its_own,
    TestProcessDataPipeline::test_batches_the_squares_of_even_items
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
            batch.clear()
    if batch:
        yield batch
