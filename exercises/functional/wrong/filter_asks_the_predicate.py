"""Asking whether the predicate itself is true

`predicate or bool` is meant for None, and takes every function that is false for missing: what can be called may be an
empty list, or refuse to answer. Here the predicate is always given.

Fails: TestMapFilterReduce::test_any_thing_is_an_item
"""


def my_filter(predicate, iterable):
    predicate = predicate or bool
    for item in iterable:
        if predicate(item):
            yield item
