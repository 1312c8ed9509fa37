"""Loops that end at the right place, comprehensions, and patterns."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any


def process_until(items: Iterable[Any], target: Any, skip: Any, process: Callable[[Any], Any]) -> list[Any]:
    """Return what `process` makes of the items before the target, without those to be skipped.

    Raise LookupError if the target does not come.
    """
    raise NotImplementedError


def find_cell(rows: Iterable[Iterable[Any]], wanted: Any) -> tuple[int, int] | None:
    """Return the row and the column of the first cell that equals `wanted`, or None."""
    raise NotImplementedError


def even_squares(numbers: Iterable[int]) -> list[int]:
    """Return the squares of the even numbers."""
    raise NotImplementedError


def word_lengths(words: Iterable[str]) -> dict[str, int]:
    """Return the length of each word."""
    raise NotImplementedError


def unique_lengths(words: Iterable[str]) -> set[int]:
    """Return the lengths that there are among the words."""
    raise NotImplementedError


def cells(rows: Iterable[Iterable[Any]]) -> Iterator[Any]:
    """Return an iterator of all cells, row by row, which pulls none ahead."""
    raise NotImplementedError


def multipliers(factors: Iterable[Any]) -> list[Callable[[Any], Any]]:
    """Return a function for each factor, which multiplies by it."""
    raise NotImplementedError


def react(event: Any, me: str) -> Any:
    """Return what is to be made of an event, or of each of a list of events."""
    raise NotImplementedError
