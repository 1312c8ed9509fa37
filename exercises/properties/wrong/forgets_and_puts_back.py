"""Forgetting first, and putting it back after an error

While the iterable is gone through, the readings are still the old ones: who reads the summary then has the old one
remembered for the new readings. Make the tuple first, then store it and forget.

Fails: TestSeries::test_readings_may_ask_for_the_old_summary
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
        old = vars(self).get("_remembered")
        self._forget()
        try:
            self._readings = tuple(readings)
        except BaseException:
            self._remembered = old
            raise

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
