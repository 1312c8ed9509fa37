"""Handing the unfinished batch out in a finally

finally runs for errors and for close() as well, so a half batch comes out before the error, and a
yield while the generator is being closed is an error itself. The rest belongs after the loop.

Fails: TestProcessDataPipeline::test_passes_an_error_of_the_source_on
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size):
    batch = []
    try:
        for item in items:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
    finally:
        if batch:
            yield batch
