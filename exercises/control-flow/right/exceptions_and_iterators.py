"""Leaves loops by exceptions, iterates by hand, and has the multipliers made by a function in a function."""


class Found(Exception):
    pass


def process_until(items, target, skip, process):
    def until():
        for item in items:
            if item == target:
                return
            yield item
        raise IndexError("the items are at an end")

    return [process(item) for item in until() if item != skip]


def find_cell(rows, wanted):
    try:
        for row, line in enumerate(rows):
            for column, cell in enumerate(line):
                if cell == wanted:
                    raise Found(row, column)
    except Found as place:
        return place.args


def word_lengths(words):
    words = list(words)
    return dict(zip(words, map(len, words)))


def cells(rows):
    return Cells(iter(rows))


class Cells:
    def __init__(self, rows):
        self.rows, self.row = rows, iter(())

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for cell in self.row:
                return cell
            self.row = iter(next(self.rows))


def multipliers(factors):
    def multiplier(factor):
        def multiply(number):
            return number * factor

        return multiply

    return [*map(multiplier, factors)]
