"""Loops and plain variables; money in hundredths of a cent and of a percent, in an int; boards by slices."""

from decimal import Decimal


def process_items(items):
    count = total = 0
    least = greatest = None
    for item in items:
        if type(item) is not int:
            continue
        count += 1
        total += item
        if least is None or item < least:
            least = item
        if greatest is None or item > greatest:
            greatest = item
    return dict(count=count, sum=total, min=least, max=greatest)


def scaled(amount, places):
    before, _, behind = format(Decimal(str(amount)), "f").partition(".")
    return int(before + behind.ljust(places, "0"))


def total_price(prices, percent=0):
    net = 0
    for price in prices:
        net += scaled(price, 4)
    gross = net * (10_000 + scaled(percent, 2))
    cents = (gross + 500_000) // 1_000_000
    return Decimal(f"{cents // 100}.{cents % 100:02}")


def with_defaults(settings, defaults):
    merged = {}
    for key in defaults:
        merged[key] = defaults[key]
    for key in settings:
        if settings[key] is not None:
            merged[key] = settings[key]
    return merged


def in_common(first, second):
    left = set(second)
    common = []
    for item in first:
        if item in left:
            common.append(item)
            left.discard(item)
    return common


def make_board(height, width, fill=None):
    board = []
    for _ in range(height):
        row = []
        for _ in range(width):
            row.append(fill)
        board.append(row)
    return board


def replaced(cells, place, value):
    cells[place]
    place %= len(cells)
    return cells[:place] + type(cells)([value]) + cells[place + 1 :]


def put(board, row, column, value):
    rows = board[:0]
    for cells in board:
        rows += type(board)([cells[:]])
    return replaced(rows, row, replaced(rows[row], column, value))
