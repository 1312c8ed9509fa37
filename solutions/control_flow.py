"""Loops that end at the right place, comprehensions, and patterns."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import mul
from typing import Any


def process_until(items: Iterable[Any], target: Any, skip: Any, process: Callable[[Any], Any]) -> list[Any]:
    """Return what `process` makes of the items before the target, without those to be skipped.

    Raise LookupError if the target does not come.
    """
    results = []
    for item in items:
        if item == target:
            break
        if item == skip:
            continue
        results.append(process(item))
    else:
        raise LookupError(f"{target!r} did not come")
    return results


def find_cell(rows: Iterable[Iterable[Any]], wanted: Any) -> tuple[int, int] | None:
    """Return the row and the column of the first cell that equals `wanted`, or None."""
    for row, cells_of_row in enumerate(rows):
        for column, cell in enumerate(cells_of_row):
            if cell == wanted:
                return row, column
    return None


def even_squares(numbers: Iterable[int]) -> list[int]:
    """Return the squares of the even numbers."""
    return [number**2 for number in numbers if number % 2 == 0]


def word_lengths(words: Iterable[str]) -> dict[str, int]:
    """Return the length of each word."""
    return {word: len(word) for word in words}


def unique_lengths(words: Iterable[str]) -> set[int]:
    """Return the lengths that there are among the words."""
    return {len(word) for word in words}


def cells(rows: Iterable[Iterable[Any]]) -> Iterator[Any]:
    """Return an iterator of all cells, row by row, which pulls none ahead."""
    return (cell for row in rows for cell in row)


def multipliers(factors: Iterable[Any]) -> list[Callable[[Any], Any]]:
    """Return a function for each factor, which multiplies by it."""
    return [partial(mul, factor) for factor in factors]


def react(event: Any, me: str) -> Any:
    """Return what is to be made of an event, or of each of a list of events."""
    match event:
        case {"type": "move", "to": [x, y]}:
            return "move", x, y
        case {"type": "message", "to": to, "text": str(text)}:
            return ("private", text) if to == me else ("message", to, text)
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
