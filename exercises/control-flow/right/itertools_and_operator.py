"""Composes itertools and operator: takewhile, compress, chain; places come from a generator expression and next."""

from functools import reduce
from itertools import chain, filterfalse, repeat, starmap, takewhile
from operator import methodcaller, mul


def process_until(items, target, skip, process):
    came = []

    def goes_on(item):
        if item == target:
            came.append(item)
        return not came

    results = list(map(process, filterfalse(lambda item: item == skip, takewhile(goes_on, items))))
    if not came:
        raise LookupError(target)
    return results


def find_cell(rows, wanted):
    places = ((row, column) for row, line in enumerate(rows) for column, cell in enumerate(line) if cell == wanted)
    return next(places, None)


def even_squares(numbers):
    return list(map(lambda number: number * number, filter(lambda number: not number & 1, numbers)))


def word_lengths(words):
    return dict(map(lambda word: (word, len(word)), words))


def unique_lengths(words):
    return set(map(len, words))


cells = chain.from_iterable


def multipliers(factors):
    return list(map(lambda factor: lambda number: mul(factor, number), factors))


def react(event, me):
    if isinstance(event, (list, tuple)):
        return list(starmap(react, zip(event, repeat(me))))
    if isinstance(event, dict):
        kind, to = event.get("type"), event.get("to")
        if kind == "move" and isinstance(to, (list, tuple)) and len(to) == 2:
            return ("move", *to)
        if kind == "message" and "to" in event and isinstance(event.get("text"), str):
            return ("private", event["text"]) if to == me else ("message", to, event["text"])
    return ("unknown", event)
