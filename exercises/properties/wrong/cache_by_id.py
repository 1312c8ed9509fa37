"""A cache in the class, by id

An id is unique only as long as the object lives: a new series gets the summary of one that is gone. What is kept
in the instance goes with it.

Fails: TestSeries::test_new_series_remembers_nothing
"""


class Series:
    _summaries = {}

    def __init__(self, readings, summarize):
        self.readings = readings
        self.summarize = summarize

    @property
    def readings(self):
        return self._readings

    @readings.setter
    def readings(self, readings):
        is_new = "_readings" not in vars(self)
        self._readings = tuple(readings)
        if not is_new:
            self._forget()

    @property
    def summarize(self):
        return self._summarize

    @summarize.setter
    def summarize(self, summarize):
        is_new = "_summarize" not in vars(self)
        self._summarize = summarize
        if not is_new:
            self._forget()

    @property
    def summary(self):
        if id(self) not in self._summaries:
            self._summaries[id(self)] = self.summarize(self.readings)
        return self._summaries[id(self)]

    @summary.deleter
    def summary(self):
        self._forget()

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        self._summaries.pop(id(self), None)
