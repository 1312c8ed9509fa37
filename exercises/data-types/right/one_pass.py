"""Goes through everything once and keeps what it knows in a dictionary; numbers are asked for by operator.index."""

from decimal import ROUND_HALF_UP, Decimal, getcontext
from numbers import Integral


def process_items(items):
    known = {"count": 0, "sum": 0, "min": None, "max": None}
    for item in items:
        if isinstance(item, Integral) and item is not True and item is not False:
            known["count"] += 1
            known["sum"] += item
            known["min"] = item if known["min"] is None else min(known["min"], item)
            known["max"] = item if known["max"] is None else max(known["max"], item)
    return known


def total_price(prices, percent=0):
    getcontext().prec = 50
    factor = 1 + Decimal(f"{percent}") / 100
    return Decimal(sum((Decimal(f"{price}") * factor for price in prices), Decimal(0))).quantize(
        Decimal(10) ** -2, ROUND_HALF_UP
    )


def with_defaults(settings, defaults):
    merged = defaults.copy()
    merged.update((key, value) for key, value in settings.items() if value is not None)
    return merged


def in_common(first, second):
    wanted = dict.fromkeys(second)
    seen = set()
    return [item for item in first if item in wanted and not (item in seen or seen.add(item))]


def make_board(height, width, fill=None):
    def row():
        return [fill for _ in range(width)]

    return [row() for _ in range(height)]


def put(board, row, column, value):
    if not -len(board) <= row < len(board) or not -len(board[row]) <= column < len(board[row]):
        raise IndexError((row, column))
    new = list(board)
    for place, cells in enumerate(board):
        cells = list(cells)
        if place == row % len(board):
            cells[column] = value
        new[place] = cells if isinstance(board[place], list) else tuple(cells)
    return new if isinstance(board, list) else tuple(new)
