"""Marking it as computed before it is

If the function raises, the mark is set and the value is not: the next one to read gets the value of before, or none.
Set the mark when there is something to mark.

Fails: TestSeries::test_remembers_no_error
"""


class Series:
    _value = None

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
        if self._is_stale:
            self._is_stale = False
            self._value = self.summarize(self.readings)
        return self._value

    @summary.deleter
    def summary(self):
        self._forget()

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        self._is_stale = True
