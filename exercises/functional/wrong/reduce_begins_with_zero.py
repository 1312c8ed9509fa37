"""Beginning with 0 when nothing is given

0 is a beginning for sums alone. Without an initial value the first item is the first total, and no item at all is a
TypeError.

Fails: TestMapFilterReduce::test_reduces_from_the_left, TestMapFilterReduce::test_reduces_no_items
"""


def my_reduce(function, iterable, initial=0):
    total = initial
    for item in iterable:
        total = function(total, item)
    return total
