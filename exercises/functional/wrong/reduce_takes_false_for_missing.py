"""Asking whether the initial value is true

0, an empty text and an empty list are initial values, and the most usual ones. Ask whether one was given.

Fails: TestMapFilterReduce::test_reduces_from_the_left
"""


def my_reduce(function, iterable, *initial):
    items = iter(iterable)
    try:
        total = initial[0] if initial and initial[0] else next(items)
    except StopIteration:
        raise TypeError("nothing to reduce") from None
    for item in items:
        total = function(total, item)
    return total
