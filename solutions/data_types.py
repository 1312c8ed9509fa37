"""Whole numbers, exact amounts, what is missing, what is common, and copies of what is nested."""

from collections.abc import Hashable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

_CENT = Decimal("0.01")


def process_items(items: Iterable[Any]) -> dict[str, int | None]:
    """Return the "count", "sum", "min" and "max" of the whole numbers among the items."""
    numbers = [item for item in items if isinstance(item, int) and not isinstance(item, bool)]
    return {
        "count": len(numbers),
        "sum": sum(numbers),
        "min": min(numbers, default=None),
        "max": max(numbers, default=None),
    }


def total_price(prices: Iterable[str | int | float | Decimal], percent: str | int | float | Decimal = 0) -> Decimal:
    """Return the sum of the prices and so many percent of it, rounded to cents once, half a cent up."""
    net = sum(Decimal(str(price)) for price in prices)
    gross = net * (100 + Decimal(str(percent))) / 100
    return gross.quantize(_CENT, rounding=ROUND_HALF_UP)


def with_defaults(settings: dict[Any, Any], defaults: dict[Any, Any]) -> dict[Any, Any]:
    """Return a new dictionary of the defaults and, in their place or behind them, the settings that are not None."""
    return defaults | {key: value for key, value in settings.items() if value is not None}


def in_common(first: Iterable[Hashable], second: Iterable[Hashable]) -> list[Any]:
    """Return the items that are in both, each once, in the order of `first`."""
    wanted = set(second)
    return [item for item in dict.fromkeys(first) if item in wanted]


def make_board(height: int, width: int, fill: Any = None) -> list[list[Any]]:
    """Return a list of `height` lists, with `width` times `fill` in each."""
    return [[fill] * width for _ in range(height)]


def put(board: Any, row: int, column: int, value: Any) -> Any:
    """Return a new board, of the same lists and tuples, with `value` in that cell."""
    rows = [cells[:] for cells in board]
    changed = list(rows[row])
    changed[column] = value
    rows[row] = type(rows[row])(changed)
    return type(board)(rows)
