"""A stage that is defined and never called

A def inside a function makes another function and runs nothing, so the squares come out one by
one. Call the stage, and return or yield from what it gives.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items,
    TestProcessDataPipeline::test_batches_hold_ten_by_default
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)

    def batches():
        batch = []
        for square in squares:
            batch.append(square)
            if len(batch) == batch_size:
                yield batch
                batch = []
        if batch:
            yield batch

    return squares
