"""Asking a float whether an integer is even

A float has 53 binary digits, so from there on every half of an integer looks whole, and beyond 1025 digits
there is none. The remainder `% 2` is exact for integers of any size.

Fails: TestProcessDataPipeline::test_batches_the_squares_of_even_items
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")

    def batches():
        batch = []
        for item in data:
            if (item / 2).is_integer():
                batch.append(item * item)
                if len(batch) == batch_size:
                    yield batch
                    batch = []
        if batch:
            yield batch

    return batches()
