"""Leaving out results that are None

A function may return None or something false, and that is its result. Only the end of an iterable ends a map.

Fails: TestMapFilterReduce::test_maps_on_demand, TestMapFilterReduce::test_any_thing_is_an_item
"""


def my_map(function, *iterables):
    for items in zip(*iterables):
        result = function(*items)
        if result is not None:
            yield result
