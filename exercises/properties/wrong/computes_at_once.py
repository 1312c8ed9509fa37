"""Computing whenever something is assigned

A summary that is dear is computed although nobody may ask for it, again and again while readings are added.
Compute when it is read.

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
        self.readings = (*self.readings, reading)

    def _forget(self):
        if "_summarize" in vars(self):
            self._remembered = [self.summarize(self.readings)]
