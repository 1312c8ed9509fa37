"""A property that computes at each reading

It is always right, and does the dear work again for everybody who looks.

Fails: TestSeries::test_remembers_and_forgets, TestSeries::test_remembers_any_object,
    TestSeries::test_remembers_however_often_it_is_read
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
        return self.summarize(self.readings)

    @summary.deleter
    def summary(self):
        pass

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        self._remembered = []
