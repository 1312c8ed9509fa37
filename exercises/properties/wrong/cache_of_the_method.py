"""lru_cache on a method

It keeps one cache for all series, whose keys are the series themselves: those that are equal share a summary,
those without a hash have none, none is ever freed, and one can't be forgotten alone.

Fails: TestSeries::test_series_do_not_share
"""

from functools import cache


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
        return self._compute()

    @summary.deleter
    def summary(self):
        self._forget()

    def add(self, reading):
        self.readings = (*self.readings, reading)

    def _forget(self):
        Series._compute.cache_clear()

    @cache
    def _compute(self):
        return self.summarize(self.readings)
