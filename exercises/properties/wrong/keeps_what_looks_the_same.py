"""Keeping the summary if the new readings equal the old

== asks the readings, and some are equal without being the same: True and 1, or objects that answer in their own
way. Whoever assigns wants a new summary; an assignment is rare and computing once more does no harm.

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
        readings = tuple(readings)
        if readings != vars(self).get("_readings"):
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
