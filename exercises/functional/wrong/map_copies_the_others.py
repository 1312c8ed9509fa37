"""Making lists of the iterables first

Lists pull everything at the start, and one iterator that is given twice is empty when its second turn comes. Take one
item of each at a time.

Fails: TestMapFilterReduce::test_maps_until_one_is_at_its_end, TestMapFilterReduce::test_maps_on_demand
"""


def my_map(function, *iterables):
    lists = [list(one) for one in iterables]
    for items in zip(*lists):
        yield function(*items)
