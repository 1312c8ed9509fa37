"""Composes curried stages of toolz.

partition_all would look an item ahead, so take does the batches.

Needs: toolz
"""

from toolz import curry, iterate, pluck, take
from toolz.curried import filter, map, pipe


def fibonacci_generator():
    return pluck(0, iterate(lambda pair: (pair[1], pair[0] + pair[1]), (0, 1)))


def read_large_file(filename):
    with open(filename, encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.removesuffix("\n").removesuffix("\r")


@curry
def in_batches(batch_size, items):
    while batch := list(take(batch_size, items)):
        yield batch


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size is {batch_size}")
    return pipe(
        data,
        filter(lambda item: item % 2 == 0),
        map(lambda item: item**2),
        in_batches(batch_size),
    )
