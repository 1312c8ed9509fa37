"""Forgetting before the readings are there

If the iterable raises on the way, the readings are the old ones and their summary is gone. Make the tuple first;
what can't fail comes after it.

Fails: TestSeries::test_assignment_that_fails_changes_nothing
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
        self._forget()
        self._readings = tuple(readings)

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
