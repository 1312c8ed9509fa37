"""While loops, next with a mark for the end, flags, and loops that append; default arguments keep the factors."""


def process_until(items, target, skip, process):
    source, end, results = iter(items), object(), []
    while True:
        item = next(source, end)
        if item is end:
            raise KeyError(target)
        if item == target:
            return results
        if not item == skip:
            results += [process(item)]


def find_cell(rows, wanted):
    found = None
    row = 0
    for line in rows:
        column = 0
        for cell in line:
            if cell == wanted:
                found = (row, column)
                break
            column += 1
        if found is not None:
            break
        row += 1
    return found


def even_squares(numbers):
    squares = []
    for number in numbers:
        if number % 2:
            continue
        squares.append(pow(number, 2))
    return squares


def word_lengths(words):
    lengths = {}
    for word in words:
        lengths.setdefault(word, len(word))
    return lengths


def unique_lengths(words):
    lengths = set()
    for word in words:
        lengths.add(len(word))
    return lengths


def cells(rows):
    for row in rows:
        for cell in row:
            yield cell


def multipliers(factors):
    functions = []
    for factor in factors:

        def multiply(number, factor=factor):
            return number * factor

        functions.append(multiply)
    return functions


def react(event, me):
    results = ("unknown", event)
    if isinstance(event, (list, tuple)):
        results = []
        for one in event:
            results.append(react(one, me))
    elif isinstance(event, dict) and "type" in event and "to" in event:
        to = event["to"]
        if event["type"] == "move" and isinstance(to, (list, tuple)):
            try:
                x, y = to
                results = ("move", x, y)
            except ValueError:
                pass
        elif event["type"] == "message" and type(event.get("text")) is str:
            results = ("private", event["text"])
            if to != me:
                results = ("message", to, event["text"])
    return results
