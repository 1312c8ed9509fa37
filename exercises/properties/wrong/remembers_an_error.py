"""Turning an error into a summary

What could not be computed is remembered as None, and nobody hears of the error. Let it go on, and remember what
was returned only.

Fails: TestSeries::test_remembers_no_error
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
            try:
                self._remembered.append(self.summarize(self.readings))
            except Exception:
                self._remembered.append(None)
        return self._remembered[0]

    @summary.deleter
    def summary(self):
        self._forget()

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        self._remembered = []
