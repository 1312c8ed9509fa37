"""Asking for the length of a stream

len() and slices work on sequences, and a generator is none: it has neither a length nor an index.
Go through the data with a for loop and collect.

Fails: TestProcessDataPipeline::test_goes_through_a_stream_once,
    TestProcessDataPipeline::test_pulls_no_item_before_it_is_needed
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    return slices(data, batch_size)


def slices(data, batch_size):
    squares = []
    for place in range(len(data)):
        if data[place] % 2 == 0:
            squares.append(data[place] ** 2)
        if len(squares) == batch_size:
            yield squares
            squares = []
    if squares:
        yield squares
