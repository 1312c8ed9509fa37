"""Item first, total second

The total so far is the first argument, the item the second. For + of numbers it makes no difference, for nearly
everything else it does.

Fails: TestMapFilterReduce::test_reduces_from_the_left
"""


def my_reduce(function, iterable, *initial):
    items = iter(iterable)
    try:
        total = initial[0] if initial else next(items)
    except StopIteration:
        raise TypeError("nothing to reduce") from None
    for item in items:
        total = function(item, total)
    return total
