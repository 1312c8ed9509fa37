"""Working in a generator

Python turns a StopIteration that leaves a generator into RuntimeError, so whoever reads the summary gets another
exception than `summarize` raised. Call the function in the property itself.

Fails: TestSeries::test_remembers_no_error
"""


def summaries(self):
    yield from self._remembered
    self._remembered.append(self.summarize(self.readings))
    yield self._remembered[0]


Series.summary = Series.summary.getter(lambda self: next(summaries(self)))
