"""Patterns that match types, a ChainMap, Decimals in a context of their own, deepcopy of each row."""

import copy
from collections import ChainMap
from decimal import ROUND_HALF_UP, Decimal, localcontext


def process_items(items):
    numbers = []
    for item in items:
        match item:
            case bool():
                pass
            case int():
                numbers.append(item)
    numbers.sort()
    least, greatest = (numbers[0], numbers[-1]) if numbers else (None, None)
    return {"max": greatest, "min": least, "sum": sum(numbers), "count": len(numbers)}


def decimal(amount):
    match amount:
        case float():
            return Decimal(repr(amount))
        case _:
            return Decimal(amount)


def total_price(prices, percent=0):
    with localcontext() as context:
        context.prec = 60
        context.rounding = ROUND_HALF_UP
        total = Decimal("0.00")
        for price in prices:
            total += decimal(price)
        return round(total + total * decimal(percent).scaleb(-2), 2)


def with_defaults(settings, defaults):
    given = {}
    for key, value in settings.items():
        match value:
            case None:
                continue
            case _:
                given[key] = value
    return dict(ChainMap(given, defaults))


def in_common(first, second):
    first = list(first)
    return sorted(
        set(first).intersection(second),
        key={item: -place for place, item in enumerate(first[::-1], 1 - len(first))}.get,
    )


def make_board(height, width, fill=None):
    board = [[] for _ in range(height)]
    for row in board:
        row.extend([fill] * width)
    return board


def put(board, row, column, value):
    rows = [copy.deepcopy(cells) for cells in board]
    changed = list(rows[row])
    changed[column] = value
    rows[row] = tuple(changed) if isinstance(rows[row], tuple) else changed
    return tuple(rows) if isinstance(board, tuple) else rows
