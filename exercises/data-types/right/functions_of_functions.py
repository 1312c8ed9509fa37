"""filter, map and reduce; exact amounts by fractions; the common items by Counter."""

import operator
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import repeat


def process_items(items):
    numbers = tuple(filter(lambda item: item.__class__ is int, items))
    figures = {"count": len, "sum": sum, "min": min, "max": max}
    return {name: figure(numbers) if numbers or name in ("count", "sum") else None for name, figure in figures.items()}


def total_price(prices, percent=0):
    net = reduce(operator.add, map(Fraction, map(str, prices)), Fraction())
    cents = net * (100 + Fraction(str(percent)))
    whole, rest = divmod(cents, 1)
    return Decimal(int(whole) + (rest >= Fraction(1, 2))).scaleb(-2)


def with_defaults(settings, defaults):
    given = filter(lambda pair: pair[1] is not None, settings.items())
    return dict([*defaults.items(), *given])


def in_common(first, second):
    known = Counter(second)
    return list(filter(known.__contains__, Counter(first)))


def make_board(height, width, fill=None):
    return list(map(list, repeat((fill,) * width, height)))


def put(board, row, column, value):
    wanted = range(len(board))[row], range(len(board[row]))[column]

    def cell(y, x):
        return value if (y, x) == wanted else board[y][x]

    return type(board)(type(cells)(cell(y, x) for x, _ in enumerate(cells)) for y, cells in enumerate(board))
