"""Collecting in the default of the inner function

That list is made once for each collector, which is right, but what is returned is this list itself: whoever changes
it changes the collector. Return a copy.

Fails: TestLists::test_collects_apart, TestLists::test_collects_from_nothing
"""


def collector(start=()):
    def collect(*items, _collected=list(start)):  # noqa: B008
        _collected.extend(items)
        return _collected

    return collect
