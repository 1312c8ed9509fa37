"""Comparing with True

A predicate may return anything: a match, a length, a text. `if predicate(item):` asks for its truth, `== True` for one
of two values.

Fails: TestMapFilterReduce::test_filters_by_truth
"""


def my_filter(predicate, iterable):
    for item in iterable:
        if predicate(item) == True:  # noqa: E712
            yield item
