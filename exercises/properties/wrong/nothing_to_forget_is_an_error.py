"""An error where nothing is remembered

del on an attribute that is not there raises AttributeError, so whoever wants a fresh summary has to know first
whether there is an old one. Nobody can know that, and nobody should have to.

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
        if "_summary" not in vars(self):
            self._summary = self.summarize(self.readings)
        return self._summary

    @summary.deleter
    def summary(self):
        del self._summary

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        vars(self).pop("_summary", None)
