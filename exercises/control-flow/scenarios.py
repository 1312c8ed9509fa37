"""What the suite does with an attempt at control flow."""

from collections import defaultdict, namedtuple
from itertools import chain, islice, repeat

from grader.scenario import interrupted, iterable, lookalikes, outcome, sift, source, which

NAN = float("nan")
Place = namedtuple("Place", "x y")


class Shy:
    """Says whether it equals something, by a list that is empty if not, and nothing else."""

    __hash__ = None

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return ["equal"] if self.value == other else []

    def refuse(self, *args):
        raise TypeError("asked for something else than ==")

    __bool__ = __len__ = __iter__ = __repr__ = __str__ = __lt__ = __index__ = __call__ = refuse


class Alike:
    """Equals everything."""

    __hash__ = None

    def __eq__(self, other):
        return True


def shy(values):
    """Shy things with these values, and for each "nan" the same NaN, which is not equal to itself."""
    return [NAN if value == "nan" else Shy(value) for value in values]


def process_some(items, target, skip, results):
    """Processes items up to a target: what was given to process, how many had been pulled then, and what is left."""
    from control_flow import process_until

    (stream, pulled), steps = source(items), []

    def process(item):
        steps.append((item, len(pulled)))
        return results[len(steps) % len(results)]

    returned = process_until(stream, target, skip, process)
    return {"returned": returned, "steps": steps, "left": list(stream)}


def process_lists(kind, lists, target, skip):
    """Processes one list after the other: which of them have no target, and what was processed all the same?"""
    from control_flow import process_until

    processed = []

    def process(item):
        processed.append(item)
        return len(processed)

    returned, refused, _ = sift(
        LookupError,
        lambda items: process_until(items if kind == "list" else iterable(kind, items), target, skip, process),
        lists,
    )
    return {"refused": refused, "processed": processed, "returned": returned, "lists": lists}


def process_shy(lists, target, skip):
    """Processes things that can do nothing but `==`: their values, and which of the lists have no target."""
    from control_flow import process_until

    target, skip = (NAN if one == "nan" else one for one in (target, skip))
    returned, refused, _ = sift(
        LookupError,
        lambda values: process_until(shy(values), target, skip, lambda one: getattr(one, "value", "nan")),
        lists,
    )
    return {"refused": refused, "returned": returned}


def process_and_fail(before, after, error, place, by_process):
    """Processes items among which is one of three errors that look alike, raised by process or by the items."""
    from control_flow import process_until

    errors, processed = lookalikes(error, 3), []
    stream, pulled = source([*before, errors[place], *after])

    def process(item):
        if isinstance(item, BaseException):
            raise item
        processed.append(item)

    items = stream if by_process else interrupted(stream)
    end = outcome(process_until, items, ".", "-", process)
    return {"outcome": end, "which": which(end[1], errors), "processed": processed, "pulled": len(pulled)}


def process_many(first, count, rest):
    """Processes many numbers: how many they are, all of them added up, and how many are left."""
    from control_flow import process_until

    numbers = iter(range(first, first + count + 1 + rest))
    results = process_until(numbers, first + count, None, abs)
    return {"count": len(results), "sum": sum(results), "left": len(list(numbers))}


def find(kind, rows, wanted):
    """The places of several things among rows."""
    from control_flow import find_cell

    places = []
    for one in wanted:
        table = rows if kind == "list" else iterable(kind, [iterable(kind, row) for row in rows])
        places.append(find_cell(table, one))
    return {"places": places, "rows": rows}


def find_shy(rows, wanted):
    """The places of several things among cells that can do nothing but `==`."""
    from control_flow import find_cell

    table = [shy(row) for row in rows]
    return [find_cell(table, NAN if one == "nan" else one) for one in wanted]


def find_and_look(rows, wanted):
    """The place of a cell, what has been pulled for it, and what is left of each row."""
    from control_flow import find_cell

    pulled = []

    def watched(name, items):
        for number, item in enumerate(items):
            pulled.append((name, number))
            yield item
        pulled.append((name, "end"))

    streams = [watched(f"row {number}", row) for number, row in enumerate(rows)]
    found = find_cell(watched("rows", streams), wanted)
    return {"found": (found, pulled[:]), "left": [list(stream) for stream in streams]}


def find_far(height, width, number):
    """The place of a number among many that are counted row by row."""
    from control_flow import find_cell

    rows = (range(row * width, row * width + width) for row in range(height))
    return find_cell(rows, number)


def comprehend(name, kind, items):
    """What one of the functions makes of items, of which class that is, and the items after that."""
    import control_flow

    made = getattr(control_flow, name)(items if kind == "list" else iterable(kind, items))
    answer = list(made.items()) if isinstance(made, dict) else made
    return {"made": answer, "kind": type(made).__name__, "items": items}


def join(kind, rows):
    """All cells, of which an "alike" equals everything, and the rows after that."""
    from control_flow import cells

    made = [[Alike() if cell == "alike" else cell for cell in row] for row in rows]
    table = made if kind == "list" else iterable(kind, [iterable(kind, row) for row in made])
    found = ["alike" if type(cell) is Alike else cell for cell in cells(table)]
    return {"cells": found, "left": [len(row) for row in made]}


def count_many(name, first, count):
    """What one of the functions makes of many numbers, texts or rows (as many are empty, and come first)."""
    import control_flow

    numbers = iter(range(first, first + count))
    items = {"even_squares": numbers, "cells": chain(repeat((), count), zip(numbers)), "multipliers": numbers}.get(
        name, map(str, numbers)
    )
    made = getattr(control_flow, name)(items)
    if name == "word_lengths":
        made = made.values()
    found = [one(3) for one in made] if name == "multipliers" else list(made)
    return {"count": len(found), "sum": sum(found)}


def take_cells(tables, turns):
    """Takes cells of one table or another: what has been pulled before and after each turn, of cells and of rows."""
    from control_flow import cells

    made = [[source(row) for row in rows] for rows in tables]
    rows = [source([stream for stream, _ in table]) for table in made]
    streams = [cells(stream) for stream, _ in rows]
    seen = [len(pulled) for _, pulled in rows]
    for turn, most in turns:
        found = [next(streams[turn], "no more"), *islice(streams[turn], most)]
        seen.append((found, [len(pulled) for _, pulled in made[turn]], len(rows[turn][1])))
    return {"seen": seen}


def multiply(kind, factors, calls):
    """Calls the multipliers of some factors, the last one first, when nobody else has the factors any more."""
    from control_flow import multipliers

    items = factors[:]
    functions = multipliers(items if kind == "list" else iterable(kind, items))
    untouched = items[:]
    items.clear()
    functions.reverse()
    products = [functions[place](number) for place, number in calls]
    kinds = [type(product).__name__ for product in products]
    return {"count": len(functions), "products": list(zip(kinds, products)), "items": untouched}


def see(event, me):
    """What is made of an event, and the event after that."""
    from control_flow import react

    result = react(event, me)
    return {"result": result, "event": event}


def see_derived(event, me):
    """What is made of an event that is a defaultdict, with a named tuple for a place; "itself" is the event."""
    from control_flow import react

    event = defaultdict(list, event)
    if event["type"] == "move" and isinstance(event.get("to"), tuple) and len(event["to"]) == 2:
        event["to"] = Place(*event["to"])
    result = ["itself" if one is event else one for one in react(event, me)]
    return {"result": result, "keys": list(event)}


def see_many(event, me, depth, count):
    """What is made of many events in a list in a list, and so on: how many, and of the last one."""
    from control_flow import react

    events = [event] * count
    for _ in range(depth - 1):
        events = [events]
    results = react(events, me)
    for _ in range(depth - 1):
        [results] = results
    return {"count": len(results), "last": results[-1]}
