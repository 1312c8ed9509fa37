"""Forgetting in the setter alone

add changes the readings as well, past the setter, and the summary is that of the readings before. All that
changes a source of a remembered value has to forget it.

Fails: TestSeries::test_remembers_and_forgets
"""


class Series:
    def __init__(self, readings, summarize):
        self.readings = readings
        self.summarize = summarize

    @property
    def readings(self):
        return self._readings

    @readings.setter
    def readings(self, readings):
        self._readings = tuple(readings)
        self._forget()

    @property
    def summarize(self):
        return self._summarize

    @summarize.setter
    def summarize(self, summarize):
        self._summarize = summarize
        self._forget()

    @property
    def summary(self):
        if not self._remembered:
            self._remembered.append(self.summarize(self.readings))
        return self._remembered[0]

    @summary.deleter
    def summary(self):
        self._forget()

    def add(self, reading):
        self._readings = (*self._readings, reading)

    def _forget(self):
        self._remembered = []
