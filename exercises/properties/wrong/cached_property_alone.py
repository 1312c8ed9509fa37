"""cached_property and nothing else

functools.cached_property remembers for ever: it knows nothing of what the summary is computed from. Somebody has
to delete it when that changes, and assigning to it is not refused either.

Fails: TestSeries::test_remembers_and_forgets, TestSeries::test_summary_is_not_assigned
"""

from functools import cached_property


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

    def add(self, reading):
        self.readings = (*self.readings, reading)

    @cached_property
    def summary(self):
        return self.summarize(self.readings)
