"""What the suite does with an attempt at data types."""

from grader.scenario import Odd, counted, iterable, sift, which

THINGS = [None, 0, False, "", [], 0.0, ..., Odd(), Odd(), "none", [], {}, {"a": 1}, {"a": 1}]


class Index(Odd):
    """Stands for a number where one is needed, and is none."""

    def __index__(self):
        return 3

    __int__ = __index__


def scribble(board, mark):
    """Writes a mark at the end of every list of a board."""
    for row in board:
        if isinstance(row, list):
            row.append(mark)
    if isinstance(board, list):
        board.append(mark)


def process(kind, items):
    """Figures about items of all types, and the list of items after that."""
    from data_types import process_items

    items = iterable(kind, items)
    figures = process_items(items)
    return {"figures": figures, "left": items if kind == "list" else []}


def process_among_objects(numbers):
    """Figures about numbers that stand between objects that equal everything, and the numbers after that."""
    from data_types import process_items

    things = [thing for number in numbers for thing in (Odd(), number, Index())]
    figures = process_items(things)
    return {"figures": figures, "left": things[1::3]}


def process_many(first, count):
    """Figures about many numbers."""
    from data_types import process_items

    return process_items(iter(range(first, first + count)))


def price(kind, bills, percent):
    """The totals of several bills, how they are written, and the lists of prices after that."""
    from data_types import total_price

    bills = [iterable(kind, prices) for prices in bills]
    totals = [total_price(prices, **percent) for prices in bills]
    left = [prices for prices in bills if kind == "list"]
    return {"totals": totals, "written": [str(total) for total in totals], "left": left}


def price_many(cents, count):
    """The total of a small price and of many prices of a cent, and how many of these are as they were."""
    from data_types import total_price

    prices = [cents / 100] + count * [0.01]
    total = total_price(prices)
    return {"total": total, "left": prices.count(0.01)}


def merge(settings, defaults):
    """What the settings and the defaults are together, and what both are after a change to it."""
    from data_types import with_defaults

    merged = with_defaults(settings, defaults)
    pairs = list(merged.items())
    merged.update({"added": 1})
    return {"pairs": pairs, "settings": list(settings.items()), "defaults": list(defaults.items())}


def merge_things(pairs):
    """At which places do the things stand that are set, where some have another as a default?"""
    from data_types import with_defaults

    settings = {number: THINGS[place] for number, (place, _) in enumerate(pairs)}
    defaults = {number: THINGS[place] for number, (_, place) in enumerate(pairs)}
    merged = with_defaults(settings, defaults)
    return {"places": [which(merged[number], THINGS) for number in settings]}


def share(kind, first, second):
    """The items that two iterables have in common."""
    from data_types import in_common

    return in_common(iterable(kind, first), iterable(kind, second))


def share_with_text(first, second):
    """The items that a text has in common with something else, or the other way round."""
    from data_types import in_common

    return in_common(first, second)


def share_and_look(first, second):
    """The items that a list and a set have in common, and both after that."""
    from data_types import in_common

    second = set(second)
    items = in_common(first, second)
    return {"common": items, "first": first, "second": second}


def share_counted(size, step):
    """The items that two long lists have in common, and how often two items were compared."""
    from data_types import in_common

    (first, asked), (second, asked_too) = counted(range(size)), counted(range(0, size, step))
    common = [one.value for one in in_common(first, second)]
    return {"common": common, "comparisons": asked.equalities + asked_too.equalities}


def fill_board(size, fill, cells, again):
    """Makes two boards, writes into some cells of the first of them, and puts a mark at the end of each row."""
    from data_types import make_board

    board, other = make_board(*size, *fill), make_board(*size, *again)
    for row, column, value in cells:
        board[row][column] = value
    scribble(board, "+")
    return {"board": board, "other": other}


def put_in(board, row, column, value):
    """A board with something put on it."""
    from data_types import put

    return put(board, row, column, value)


def put_in_places(board, places, value):
    """Puts something in one place after the other: the new boards, and the places that are refused."""
    from data_types import put

    boards, refused, _ = sift(IndexError, lambda place: put(board, *place, value), places)
    return {"boards": boards, "refused": refused}


def put_on_shared_rows(row, height, place, value):
    """Puts something on a board whose rows are all the same list."""
    from data_types import put

    return put([row] * height, *place, value)


def put_apart(board, place, value, mark):
    """Puts something on a board twice, and writes a mark into every list of the first new board and of the old one."""
    from data_types import put

    first, second = put(board, *place, value), put(board, *place, value)
    scribble(first, mark)
    scribble(board, mark)
    return {"board": board, "first": first, "second": second}
