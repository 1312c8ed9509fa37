"""Collecting in a default argument

A default is made once, when the function is defined, so all pipelines begin with the same list.
Make the list in the body.

Fails: TestProcessDataPipeline::test_pipelines_are_independent
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size, batch=[]):  # noqa: B006
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
