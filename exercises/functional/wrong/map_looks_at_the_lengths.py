"""Counting with len and asking by number

What can only be iterated has no length and no items[i]. Go through all of them at once with zip.

Fails: TestMapFilterReduce::test_maps_until_one_is_at_its_end
"""


def my_map(function, *iterables):
    for place in range(min(len(one) for one in iterables)):
        yield function(*[one[place] for one in iterables])
