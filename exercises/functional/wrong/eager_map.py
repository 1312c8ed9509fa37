"""Building the whole list

A list is finished before the first result can be used, and of a stream without an end it never is. Yield each
result, or return a generator expression.

Fails: TestMapFilterReduce::test_maps_on_demand
"""


def my_map(function, *iterables):
    return [function(*items) for items in zip(*iterables)]
