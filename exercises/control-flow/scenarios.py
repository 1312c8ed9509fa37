"""What the suite does with an attempt at control flow."""

from itertools import islice

from grader.scenario import interrupted, iterable, lookalikes, outcome, sift, source, which


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
    _, refused, _ = sift(
        LookupError, lambda items: process_until(iterable(kind, items), target, skip, processed.append), lists
    )
    return {"refused": refused, "processed": processed}


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

    return [find_cell(iterable(kind, [iterable(kind, row) for row in rows]), one) for one in wanted]


def find_and_look(rows, wanted):
    """The place of a cell, and what has been pulled: of the rows, and of each row."""
    from control_flow import find_cell

    made = [source(row) for row in rows]
    stream, pulled = source([row for row, _ in made])
    place = find_cell(stream, wanted)
    return {"found": (place, len(pulled), [cells for _, cells in made])}


def find_far(height, width, number):
    """The place of a number among many that are counted row by row."""
    from control_flow import find_cell

    rows = (range(row * width, row * width + width) for row in range(height))
    return find_cell(rows, number)


def comprehend(name, kind, items):
    """What one of the functions makes of items."""
    import control_flow

    made = getattr(control_flow, name)(iterable(kind, items))
    return list(made.items()) if isinstance(made, dict) else made


def count_squares(first, count):
    """The squares of many numbers: how many they are, and all of them added up."""
    from control_flow import even_squares

    squares = even_squares(iter(range(first, first + count)))
    return {"count": len(squares), "sum": sum(squares)}


def take_cells(tables, turns):
    """Takes cells of one table or another: what has been pulled before and after each turn, of cells and of rows."""
    from control_flow import cells

    made = [[source(row) for row in rows] for rows in tables]
    rows = [source([stream for stream, _ in table]) for table in made]
    streams = [cells(stream) for stream, _ in rows]
    seen = [len(pulled) for _, pulled in rows]
    for turn, most in turns:
        found = list(islice(streams[turn], most))
        seen.append((found, [len(pulled) for _, pulled in made[turn]], len(rows[turn][1])))
    return {"seen": seen}


def multiply(kind, factors, calls):
    """Calls the multipliers of some factors, the last one first, when nobody else has the factors any more."""
    from control_flow import multipliers

    items = factors[:]
    functions = multipliers(items if kind == "list" else iterable(kind, items))
    items.clear()
    functions.reverse()
    return {"count": len(functions), "products": [functions[place](number) for place, number in calls]}


def see(event, me):
    """What is made of an event, and the event after that."""
    from control_flow import react

    result = react(event, me)
    return {"result": result, "event": event}


def see_deep(event, me, depth):
    """What is made of an event in a list in a list, and so on."""
    from control_flow import react

    for _ in range(depth):
        event = [event, depth]
    return react(event, me)
