"""Filtering before anybody asks

list goes through everything at once. The call should pull nothing: hand out an iterator that filters as it goes.

Fails: TestMapFilterReduce::test_filters_on_demand, TestMapFilterReduce::test_knows_no_limit
"""


def my_filter(predicate, iterable):
    return iter([item for item in iterable if predicate(item)])
