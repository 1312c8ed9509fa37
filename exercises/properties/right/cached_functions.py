"""Each series has a cached function of its own; who forgets makes a new one. Slots for a member."""

from functools import cache, partial


class Series:
    def __init__(self, readings, summarize):
        self._readings, self._summarize = tuple(readings), summarize
        self._renew()

    def _renew(self):
        self._ask = cache(partial(self._summarize, self._readings))

    @property
    def summary(self):
        return self._ask()

    @summary.deleter
    def summary(self):
        self._ask.cache_clear()

    @property
    def readings(self):
        return self._readings

    @readings.setter
    def readings(self, values):
        self._readings = tuple(values)
        self._renew()

    @property
    def summarize(self):
        return self._summarize

    @summarize.setter
    def summarize(self, function):
        self._summarize = function
        self._renew()

    def add(self, reading):
        self.readings = self.readings + (reading,)


class Member:
    __slots__ = ("__dict__", "_nickname", "_number", "name")

    def __init__(self, number, name):
        self._number, self.name = number, name

    @property
    def number(self):
        return self._number

    def __nickname(self):
        try:
            return self._nickname
        except AttributeError:
            return self.name

    def __set(self, nickname):
        self._nickname = nickname

    def __delete(self):
        del self._nickname

    nickname = property(__nickname, __set, __delete)
