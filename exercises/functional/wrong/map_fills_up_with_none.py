"""Going on to the longest

When one of the iterables has no more, there is nothing to call the function with. zip_longest makes up items that
nobody gave.

Fails: TestMapFilterReduce::test_maps_until_one_is_at_its_end
"""

from itertools import zip_longest


def my_map(function, *iterables):
    for items in zip_longest(*iterables):
        yield function(*items)
