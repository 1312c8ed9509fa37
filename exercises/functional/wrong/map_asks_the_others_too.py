"""Asking all of them at the end

Once one iterable has no more, an item that is pulled from the next one is lost: nobody will ever see it.

Fails: TestMapFilterReduce::test_maps_on_demand
"""


def my_map(function, *iterables):
    end = object()
    iterators = [iter(one) for one in iterables]
    while True:
        items = [next(one, end) for one in iterators]
        if any(item is end for item in items):
            return
        yield function(*items)
