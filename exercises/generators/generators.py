"""Generators: an endless one, one that holds a file open, and a lazy pipeline."""

from collections.abc import Generator, Iterable, Iterator


def fibonacci_generator() -> Iterator[int]:
    """Yield 0, 1, 1, 2, 3, 5, ... without an end."""
    raise NotImplementedError


def read_large_file(filename: str) -> Generator[str, None, None]:
    """Yield the lines of a UTF-8 text file, each without its line ending.

    The file is open from the first line asked for until the generator ends, is closed or dropped.
    """
    raise NotImplementedError


def process_data_pipeline(data: Iterable[int], batch_size: int = 10) -> Iterator[list[int]]:
    """Yield the squares of the even items, in lists of batch_size; the last may be shorter.

    Raises ValueError at the call if batch_size is below 1.
    """
    raise NotImplementedError
