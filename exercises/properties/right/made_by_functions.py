"""Functions make the properties, over closures; decimals make the temperature exact."""

from decimal import Decimal
from operator import itemgetter


def scale(to_kelvin, from_kelvin):
    def read(self):
        given = [number for of, number in self.given if of is to_kelvin]
        return given[0] if given else float(from_kelvin(self.exact))

    def assign(self, number):
        exact = to_kelvin(Decimal(repr(number)))
        if exact.is_nan() or exact < 0:
            raise ValueError(number)
        self.exact, self.given = exact, [(to_kelvin, number)]

    return property(read, assign)


class Temperature:
    celsius = scale(lambda c: c + Decimal("273.15"), lambda k: k - Decimal("273.15"))
    fahrenheit = scale(lambda f: (f + Decimal("459.67")) * 5 / 9, lambda k: k * 9 / 5 - Decimal("459.67"))
    kelvin = scale(lambda k: k, lambda k: k)

    def __init__(self, celsius=0):
        self.celsius = celsius


def source(name, convert):
    def assign(self, value):
        self.sources = {**self.sources, name: convert(value)}
        self.cache = {}

    return property(lambda self: self.sources[name], assign)


class Series:
    sources = {}
    readings = source("readings", tuple)
    summarize = source("summarize", lambda function: function)

    def __init__(self, readings, summarize):
        self.readings, self.summarize = readings, summarize

    def add(self, reading):
        self.readings = [*self.readings, reading]

    def summary(self):
        if "summary" not in self.cache:
            self.cache["summary"] = self.summarize(self.readings)
        return self.cache["summary"]

    summary = property(summary, fdel=lambda self: self.cache.clear())


class Member(tuple):
    """The number can't be changed, as a tuple can't; all else is in the dictionary of the subclass."""

    def __new__(cls, number, name):
        return super().__new__(cls, [number])

    def __init__(self, number, name):
        self.name = name
        self.nicknames = []

    number = property(itemgetter(0))

    def take_away(self):
        if not self.nicknames:
            raise AttributeError("nickname")
        self.nicknames.clear()

    nickname = property(
        lambda self: [self.name, *self.nicknames][-1],
        lambda self, value: self.nicknames.append(value),
        take_away,
    )
