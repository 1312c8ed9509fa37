"""Whole numbers, exact amounts, what is missing, what is common, and copies of what is nested."""

from collections.abc import Hashable, Iterable
from decimal import Decimal
from typing import Any


def process_items(items: Iterable[Any]) -> dict[str, int | None]:
    """Return the "count", "sum", "min" and "max" of the whole numbers among the items."""
    raise NotImplementedError


def total_price(prices: Iterable[str | int | float | Decimal], percent: str | int | float | Decimal = 0) -> Decimal:
    """Return the sum of the prices and so many percent of it, rounded to cents once, half a cent up."""
    raise NotImplementedError


def with_defaults(settings: dict[Any, Any], defaults: dict[Any, Any]) -> dict[Any, Any]:
    """Return a new dictionary of the defaults and, in their place or behind them, the settings that are not None."""
    raise NotImplementedError


def in_common(first: Iterable[Hashable], second: Iterable[Hashable]) -> list[Any]:
    """Return the items that are in both, each once, in the order of `first`."""
    raise NotImplementedError


def make_board(height: int, width: int, fill: Any = None) -> list[list[Any]]:
    """Return a list of `height` lists, with `width` times `fill` in each."""
    raise NotImplementedError


def put(board: Any, row: int, column: int, value: Any) -> Any:
    """Return a new board, of the same lists and tuples, with `value` in that cell."""
    raise NotImplementedError
