"""Turning every error into "nothing to reduce"

An error of the iterable says something else than that it is empty. Catch StopIteration around the one next, and
nothing more.

Fails: TestMapFilterReduce::test_passes_an_error_on
"""


def my_reduce(function, iterable, *initial):
    try:
        items = iter(iterable)
        total = initial[0] if initial else next(items)
        for item in items:
            total = function(total, item)
        return total
    except Exception:
        raise TypeError("nothing to reduce") from None
