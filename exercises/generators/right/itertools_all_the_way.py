"""Chains iterators of itertools and the built-ins, with hardly a loop of its own."""

from itertools import accumulate, islice, repeat


def fibonacci_generator():
    pairs = accumulate(repeat((0, 1)), lambda pair, _: (pair[1], sum(pair)))
    return (smaller for smaller, _ in pairs)


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        yield from (line.removesuffix("\n") for line in file)


def process_data_pipeline(data, batch_size=10):
    if not batch_size >= 1:
        raise ValueError("a batch holds at least one square")
    squares = map(lambda item: item * item, filter(lambda item: not item % 2, data))
    # iter() with two arguments calls until an empty list says that nothing is left.
    return iter(lambda: list(islice(squares, batch_size)), [])
