"""A cached property that can be assigned

functools.cached_property has no __set__, so an assignment goes to the instance's dictionary, which is where it
remembers: any number passes for the summary.

Fails: TestSeries::test_summary_is_not_assigned
"""

from functools import cached_property


class Series:
    def __init__(self, readings, summarize):
        self.readings = readings
        self.summarize = summarize

    def __setattr__(self, name, value):
        super().__setattr__(name, tuple(value) if name == "readings" else value)
        if name in ("readings", "summarize"):
            vars(self).pop("summary", None)

    def __delattr__(self, name):
        vars(self).pop(name, None)

    def add(self, reading):
        self.readings = (*self.readings, reading)

    @cached_property
    def summary(self):
        return self.summarize(self.readings)
