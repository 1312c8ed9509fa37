"""Generators: an endless one, one that holds a file open, and a lazy pipeline."""

from collections.abc import Generator, Iterable, Iterator


def fibonacci_generator() -> Iterator[int]:
    """Yield 0, 1, 1, 2, 3, 5, ... without an end."""
    current, following = 0, 1
    while True:
        yield current
        current, following = following, current + following


def read_large_file(filename: str) -> Generator[str, None, None]:
    """Yield the lines of a UTF-8 text file, each without its line ending.

    The file is open from the first line asked for until the generator ends, is closed or dropped.
    """
    # The yield stands inside the block: whichever way the generator ends, the block is left.
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def process_data_pipeline(data: Iterable[int], batch_size: int = 10) -> Iterator[list[int]]:
    """Yield the squares of the even items, in lists of batch_size; the last may be shorter.

    Raises ValueError at the call if batch_size is below 1.
    """
    # No yield in here: the body of a generator function would not run before the first next().
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    evens = (item for item in data if item % 2 == 0)
    squares = (item**2 for item in evens)
    return _batches(squares, batch_size)


def _batches(items: Iterable[int], size: int) -> Iterator[list[int]]:
    """Yield the items in lists of the given size; the last may be shorter."""
    batch: list[int] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []  # a new list: the old one belongs to the consumer
    if batch:
        yield batch
