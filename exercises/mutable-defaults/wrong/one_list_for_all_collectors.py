"""A list as a default of the collector

All collectors without a start begin with the same list, and what one collects is in all of them.

Fails: TestLists::test_collects_from_nothing
"""

_NOTHING = []


def collector(start=_NOTHING):
    collected = start if start is _NOTHING else list(start)

    def collect(*items):
        collected.extend(items)
        return collected[:]

    return collect
