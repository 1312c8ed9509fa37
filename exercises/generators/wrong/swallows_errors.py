"""An error taken for the end of the data

When the source fails, the consumer has to learn of it: otherwise half of the data looks like all
of it. Let the error through.

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
    except Exception:
        pass
    if batch:
        yield batch
