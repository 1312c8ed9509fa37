"""None for "not computed yet"

A function may return None, and then it is called again by everybody who reads. An object of your own, or an empty
list, can't be mixed up with a summary.

Fails: TestSeries::test_remembers_any_object
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
        if self._summary is None:
            self._summary = self.summarize(self.readings)
        return self._summary

    @summary.deleter
    def summary(self):
        self._forget()

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        self._summary = None
