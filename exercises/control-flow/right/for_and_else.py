"""Each loop with an else of its own, and patterns with guards, dotted names and classes."""

from functools import partial
from types import SimpleNamespace


def process_until(items, target, skip, process):
    results = []
    for item in items:
        match item:
            case _ if item == target:
                break
            case _ if item == skip:
                pass
            case _:
                results.append(process(item))
    else:
        raise LookupError
    return results


def find_cell(rows, wanted):
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if cell == wanted:
                break
        else:
            continue
        break
    else:
        return None
    return row, column


def multipliers(factors):
    class Multiplier:
        def __init__(self, factor):
            self.factor = factor

        def __call__(self, number):
            return self.factor * number

    return [Multiplier(factor) for factor in factors]


def cells(rows):
    for row in rows:
        yield from row


def react(event, me):
    known = SimpleNamespace(me=me)
    match event:
        case list() | tuple():
            return list(map(partial(react, me=me), event))
        case {"type": "move", "to": (list() | tuple()) as to} if len(to) == 2:
            return "move", to[0], to[1]
        case {"type": "message", "to": known.me, "text": str() as text}:
            return "private", text
        case {"type": "message", "to": to, "text": str() as text}:
            return "message", to, text
    return "unknown", event
