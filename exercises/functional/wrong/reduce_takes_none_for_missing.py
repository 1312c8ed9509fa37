"""None for "no initial value"

None is a value that a caller may want to begin with. Say "none given" with `*initial`, or with a default that nobody
else has.

Fails: TestMapFilterReduce::test_reduces_from_the_left, TestMapFilterReduce::test_any_thing_is_an_item
"""


def my_reduce(function, iterable, initial=None):
    items = iter(iterable)
    try:
        total = next(items) if initial is None else initial
    except StopIteration:
        raise TypeError("nothing to reduce") from None
    for item in items:
        total = function(total, item)
    return total
