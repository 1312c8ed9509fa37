"""Asking the data whether there is any

`if not data` asks for truth or length, and what can only be iterated has neither; some refuse to answer.
The loop finds out by itself that there is nothing.

Fails: TestProcessDataPipeline::test_takes_any_iterable
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    if not data:
        return iter([])
    squares = (item**2 for item in data if item % 2 == 0)
    return _batches(squares, batch_size)
