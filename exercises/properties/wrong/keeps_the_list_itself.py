"""Keeping the caller's list

Whoever has the list changes the readings without an assignment, and the summary does not hear of it. A tuple of
one's own can't be changed by anybody.

Fails: TestSeries::test_remembers_and_forgets, TestSeries::test_readings_are_a_tuple
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
        self._readings = readings
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
        self.readings = (*self.readings, reading)

    def _forget(self):
        self._remembered = []
